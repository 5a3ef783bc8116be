import type { ReactNode } from "react";
import type { SigningKey } from "../../api/federation";
import { daysUntil } from "../../format/time";
import { useTexts } from "../../i18n/Texts";
import { State } from "../security/State";
import { Values } from "./Values";

/** In days: so long before its end a certificate is warned of. */
const SOON = 60;

/** The certificates that the other side has to know; while they change there are two. */
export function Certificates(props: { readonly keys: readonly SigningKey[] }): ReactNode {
  const { t } = useTexts();
  return (
    <section className="sk-card" aria-labelledby="federation-certificates">
      <h2 className="sk-card-title" id="federation-certificates">
        {t("federation.certificates")}
      </h2>
      <p className="sk-card-lead">{t("federation.certificates.lead")}</p>
      {props.keys.map((key, index) => (
        <Certificate key={key.keyId} certificate={key} number={index + 1} alone={props.keys.length === 1} />
      ))}
    </section>
  );
}

function Certificate(props: {
  readonly certificate: SigningKey;
  readonly number: number;
  readonly alone: boolean;
}): ReactNode {
  const { t, times } = useTexts();
  const { certificate, number, alone } = props;
  const days = daysUntil(certificate.expires, Date.now());
  const name = (label: string): string => (alone ? label : t("federation.certificate.numbered", { label, number }));
  return (
    <div className="sk-federation-part">
      <h3 className="sk-item-title">
        {t(certificate.state === "ACTIVE" ? "federation.certificate.active" : "federation.certificate.passive")}
      </h3>
      {days <= SOON && <State tone="warning" text={t("federation.certificate.soon", { days })} />}
      <p className="sk-weak">
        {t("federation.certificate.valid", {
          from: times.date(certificate.notBefore),
          to: times.date(certificate.expires),
        })}
      </p>
      <Values
        values={[
          { name: name("SHA-256"), value: certificate.sha256 },
          { name: name("SHA-1"), value: certificate.sha1 },
          { name: name(t("federation.certificate.pem")), value: certificate.pem },
        ]}
      />
    </div>
  );
}
