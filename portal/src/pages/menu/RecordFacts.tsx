import { ExclamationCircleIcon } from "@patternfly/react-icons";
import type { ReactNode } from "react";
import type { HistoryRecord } from "../../api/records";
import { applicationName, deviceName } from "../../format/names";
import { factorKey, reasonKey } from "../../format/words";
import { useTexts, type Texts } from "../../i18n/Texts";
import { Moment } from "../../ui/Moment";

/** One of the three blocks: a heading, the time, and what else is known. */
export function RecordFacts(props: {
  readonly title: string;
  readonly record: HistoryRecord | null;
  readonly none: string;
  readonly failed?: boolean;
}): ReactNode {
  const { record } = props;
  const texts = useTexts();
  const alarming = props.failed === true && record !== null;
  return (
    <div className={`sk-fact ${alarming ? "sk-fact--bad" : ""}`}>
      <h3 className="sk-fact-title">
        {alarming && <ExclamationCircleIcon aria-hidden="true" />} {props.title}
      </h3>
      {record === null ? (
        <p className="sk-weak">{props.none}</p>
      ) : (
        <>
          <p className="sk-fact-time">
            <Moment at={record.at}>{texts.times.dateTime(record.at)}</Moment>
          </p>
          <dl className="sk-fact-list">
            {factsOf(record, texts).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}

function factsOf(record: HistoryRecord, texts: Texts): readonly (readonly [string, string])[] {
  const { t } = texts;
  const reason = reasonKey(record);
  const factors = (record.factors ?? []).map((factor) => t(factorKey(factor)));
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t("information.failedFactor"), record.failedFactor && t(factorKey(record.failedFactor))],
    [t("information.reason"), reason && t(reason)],
    [t("information.device"), deviceName(t, record.device)],
    [t("information.address"), record.address],
    [t("information.application"), applicationName(t, record)],
    [t("information.factors"), factors.join(t("listSeparator"))],
    [t("information.reference"), record.reference],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}
