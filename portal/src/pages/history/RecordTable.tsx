import { Label } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { HistoryRecord } from "../../api/records";
import { applicationName, deviceName } from "../../format/names";
import { factorKey, kindKey, reasonKey, tone } from "../../format/words";
import { useTexts } from "../../i18n/Texts";
import { Moment } from "../../ui/Moment";
import { KindIcon } from "./KindIcon";

/**
 * A table; on narrow screens a stack of cards. Roles are written out because a table that is no longer laid out as one
 * loses them in some browsers.
 */
export function RecordTable(props: { readonly records: readonly HistoryRecord[] }): ReactNode {
  const { t } = useTexts();
  if (props.records.length === 0) {
    return (
      <div className="sk-empty">
        <p className="sk-empty-title">{t("history.empty.title")}</p>
        <p>{t("history.empty.text")}</p>
      </div>
    );
  }
  return (
    <table className="sk-records" aria-label={t("history.table")} role="table">
      <thead role="rowgroup">
        <tr role="row">
          <Column title={t("history.column.at")} />
          <Column title={t("history.column.event")} />
          <Column title={t("history.column.application")} />
          <Column title={t("history.column.device")} />
          <Column title={t("history.column.factors")} />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.records.map((record) => (
          <RecordRow key={record.id} record={record} />
        ))}
      </tbody>
    </table>
  );
}

function Column(props: { readonly title: string }): ReactNode {
  return (
    <th role="columnheader" scope="col">
      {props.title}
    </th>
  );
}

function RecordRow(props: { readonly record: HistoryRecord }): ReactNode {
  const { t, times } = useTexts();
  const { record } = props;
  const factors = (record.factors ?? []).map((factor) => t(factorKey(factor)));
  return (
    <tr role="row" className={`sk-record sk-record--${tone(record.kind)}`}>
      <td role="cell" className="sk-record-at">
        <Moment at={record.at}>
          <span>{times.date(record.at)}</span> <span>{times.clock(record.at)}</span>
        </Moment>
      </td>
      <td role="cell" className="sk-record-event">
        <Event record={record} />
      </td>
      <Cell label={t("history.column.application")} value={applicationName(t, record)} />
      <Cell
        label={t("history.column.device")}
        value={deviceName(t, record.device)}
        more={record.address ?? ""}
      />
      <Cell label={t("history.column.factors")} value={factors.join(t("listSeparator"))} />
    </tr>
  );
}

/** On narrow screens the style sheet writes the label before it, and leaves out what is empty. */
function Cell(props: {
  readonly label: string;
  readonly value: string;
  readonly more?: string;
}): ReactNode {
  const { label, value, more = "" } = props;
  return (
    <td role="cell" data-label={label} className={value === "" ? "sk-cell sk-cell--empty" : "sk-cell"}>
      <span>
        {value || "–"}
        {more !== "" && <span className="sk-more">{more}</span>}
      </span>
    </td>
  );
}

function Event(props: { readonly record: HistoryRecord }): ReactNode {
  const { t } = useTexts();
  const { record } = props;
  const reason = reasonKey(record);
  return (
    <>
      <span className="sk-event">
        <KindIcon kind={record.kind} />
        <span>{t(kindKey(record.kind))}</span>
        {record.thisSession === true && record.kind === "SIGN_IN" && (
          <Label isCompact color="blue">
            {t("history.thisSession")}
          </Label>
        )}
      </span>
      {reason !== null && <span className="sk-more">{t(reason)}</span>}
      {record.failedFactor ? <FailedFactor record={record} /> : null}
      {record.reference ? (
        <span className="sk-more">{t("reference", { reference: record.reference })}</span>
      ) : null}
    </>
  );
}

/** Only where the reason does not say it already. */
function FailedFactor(props: { readonly record: HistoryRecord }): ReactNode {
  const { t } = useTexts();
  const { failedFactor, reason } = props.record;
  if (!failedFactor || reason === "wrong_password") {
    return null;
  }
  return (
    <span className="sk-more">
      {t("history.failedFactor", { factor: t(factorKey(failedFactor)) })}
    </span>
  );
}
