import { useCallback, type ReactNode } from "react";
import type { FederationInformation } from "../../api/federation";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { Heading } from "../../ui/Heading";
import { WhenLoaded } from "../../ui/Loading";
import { useLoad } from "../../ui/useLoad";
import { Certificates } from "./Certificates";
import { OtherSides } from "./OtherSides";
import { Values } from "./Values";

/** What an ID administrator enters at the other sides of federations. */
export function FederationPage(): ReactNode {
  const { t } = useTexts();
  const { federation } = usePortal();
  const load = useLoad(
    useCallback((signal: AbortSignal) => federation.information(signal), [federation]),
  );
  return (
    <>
      <Heading title={t("federation.title")} lead={t("federation.lead")} />
      <WhenLoaded load={load} lines={10}>
        {(information) => <Content information={information} />}
      </WhenLoaded>
    </>
  );
}

function Content(props: { readonly information: FederationInformation }): ReactNode {
  const { t } = useTexts();
  const { saml, openIdConnect, certificates } = props.information;
  return (
    <>
      <section className="sk-card" aria-labelledby="federation-saml">
        <h2 className="sk-card-title" id="federation-saml">
          {t("federation.saml")}
        </h2>
        <Values
          values={[
            { name: t("federation.saml.entityId"), value: saml.entityId },
            { name: t("federation.saml.singleSignOn"), value: saml.singleSignOn },
            { name: t("federation.saml.singleLogout"), value: saml.singleLogout },
            { name: t("federation.saml.metadata"), value: saml.metadata },
          ]}
        />
        <p className="sk-card-link">
          <a href={saml.metadata} download="metadata.xml">
            {t("federation.saml.download")}
          </a>
        </p>
      </section>
      <Certificates keys={certificates} />
      <section className="sk-card" aria-labelledby="federation-oidc">
        <h2 className="sk-card-title" id="federation-oidc">
          {t("federation.openIdConnect")}
        </h2>
        <Values
          values={[
            { name: t("federation.openIdConnect.issuer"), value: openIdConnect.issuer },
            { name: t("federation.openIdConnect.discovery"), value: openIdConnect.discovery },
            { name: t("federation.openIdConnect.authorization"), value: openIdConnect.authorization },
            { name: t("federation.openIdConnect.token"), value: openIdConnect.token },
            { name: t("federation.openIdConnect.userInfo"), value: openIdConnect.userInfo },
            { name: t("federation.openIdConnect.jwks"), value: openIdConnect.jwks },
            { name: t("federation.openIdConnect.endSession"), value: openIdConnect.endSession },
          ]}
        />
      </section>
      <OtherSides information={props.information} />
    </>
  );
}
