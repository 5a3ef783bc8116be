import type { ReactNode } from "react";
import type { FederationInformation } from "../../api/federation";
import { useTexts } from "../../i18n/Texts";
import { inUse } from "./certificates";
import { Values } from "./Values";

/** What is entered where, by the names that the fields have there. */
export function OtherSides(props: { readonly information: FederationInformation }): ReactNode {
  const { t } = useTexts();
  const { saml, openIdConnect, certificates, domains } = props.information;
  const [active, next] = inUse(certificates);
  return (
    <>
      <section className="sk-card" aria-labelledby="federation-microsoft">
        <h2 className="sk-card-title" id="federation-microsoft">
          {t("federation.microsoft")}
        </h2>
        <p className="sk-card-lead">{t("federation.microsoft.lead")}</p>
        {domains.map((each) => (
          <div key={each.domain} className="sk-federation-part">
            <h3 className="sk-item-title">{each.domain}</h3>
            <Values
              values={[
                { name: "issuerUri", value: each.issuer },
                { name: "passiveSignInUri", value: each.signIn },
                { name: "signOutUri", value: each.signOut },
                ...(active ? [{ name: "signingCertificate", value: active.base64 }] : []),
                ...(next ? [{ name: "nextSigningCertificate", value: next.base64 }] : []),
                { name: "preferredAuthenticationProtocol", value: "saml" },
                { name: "federatedIdpMfaBehavior", value: "enforceMfaByFederatedIdp" },
              ]}
            />
          </div>
        ))}
      </section>
      <section className="sk-card" aria-labelledby="federation-mail">
        <h2 className="sk-card-title" id="federation-mail">
          {t("federation.mail")}
        </h2>
        <p className="sk-card-lead">{t("federation.mail.lead")}</p>
        <div className="sk-federation-part">
          <h3 className="sk-item-title">{t("federation.mail.saml")}</h3>
          <Values
            values={[
              { name: t("federation.mail.metadata"), value: saml.metadata },
              { name: t("federation.mail.entityId"), value: saml.entityId },
              { name: t("federation.mail.signIn"), value: saml.singleSignOn },
              { name: t("federation.mail.signOut"), value: saml.singleLogout },
              ...(active ? [{ name: t("federation.mail.certificate"), value: active.pem }] : []),
            ]}
          />
        </div>
        <div className="sk-federation-part">
          <h3 className="sk-item-title">{t("federation.mail.openIdConnect")}</h3>
          <Values
            values={[
              { name: t("federation.mail.issuer"), value: openIdConnect.issuer },
              { name: t("federation.mail.discovery"), value: openIdConnect.discovery },
            ]}
          />
          <p className="sk-weak">{t("federation.mail.secret")}</p>
        </div>
      </section>
    </>
  );
}
