import { CheckCircleIcon } from "@patternfly/react-icons";
import type { ReactNode } from "react";
import type { Information } from "../../api/records";
import { useTexts } from "../../i18n/Texts";
import { PageLink } from "../../router/Router";
import { WhenLoaded } from "../../ui/Loading";
import type { Load } from "../../ui/useLoad";
import { Answer } from "./Answer";
import { RecordFacts } from "./RecordFacts";

/** Information for you: last sign-in, last failure since then, this one, and the user's answer to it. */
export function InformationCard(props: { readonly load: Load<Information> }): ReactNode {
  const { t, times } = useTexts();
  const { load } = props;
  const confirmedAt = load.loaded.state === "ready" ? load.loaded.value.confirmedAt : null;
  return (
    <section
      className={`sk-card sk-information ${confirmedAt === null ? "sk-information--open" : ""}`}
      aria-labelledby="information"
    >
      <div className="sk-card-head">
        <h2 className="sk-card-title" id="information">
          {t("information.title")}
        </h2>
        {confirmedAt !== null && (
          <p className="sk-confirmed">
            <CheckCircleIcon aria-hidden="true" />{" "}
            {t("information.confirmed", { at: times.dateTime(confirmedAt) })}
          </p>
        )}
      </div>
      <WhenLoaded load={load} lines={5}>
        {(information) => (
          <>
            {confirmedAt === null && <p className="sk-card-lead">{t("information.lead")}</p>}
            <Facts information={information} />
            <p className="sk-weak">{t("information.zone", { zone: times.zone() })}</p>
            <div className="sk-card-actions">
              <Answer information={information} load={load} />
              <PageLink className="sk-card-link" to="history">
                {t("information.toHistory")}
              </PageLink>
            </div>
          </>
        )}
      </WhenLoaded>
    </section>
  );
}

function Facts(props: { readonly information: Information }): ReactNode {
  const { t } = useTexts();
  const { lastSignIn, lastFailure, current } = props.information;
  return (
    <div className="sk-facts">
      <RecordFacts
        title={t("information.lastSignIn")}
        record={lastSignIn}
        none={t("information.lastSignIn.none")}
      />
      <RecordFacts
        title={t("information.lastFailure")}
        record={lastFailure}
        none={t("information.lastFailure.none")}
        failed
      />
      <RecordFacts
        title={t("information.current")}
        record={current}
        none={t("information.current.none")}
      />
    </div>
  );
}
