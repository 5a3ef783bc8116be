package org.sekisho.federation.application;

import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.core.Faults;

/**
 * The settings of an application in its protocol; the other one is null.
 *
 * @param saml for SAML
 * @param openIdConnect for OpenID Connect
 */
record ApplicationSettings(SamlSettings saml, OidcSettings openIdConnect) {

  private static final String URL_NAME = "saml_idp_initiated_sso_url_name";

  static ApplicationSettings read(
      ApplicationRequest wish, CatalogueEntry entry, ApplicationsCall call, Faults faults) {
    if (entry.isSaml()) {
      faults.require("openIdConnect", wish.openIdConnect() == null, "the application is SAML");
      SamlRequest request = wish.saml() == null ? SamlRequest.EMPTY : wish.saml();
      SpMetadata metadata =
          MetadataProblems.read(request.metadata(), request.metadataSigner(), call.now());
      return new ApplicationSettings(
          new SamlReading(request, metadata, defaults(entry), call.urls(), call.now(), faults)
              .settings(),
          null);
    }
    faults.require("saml", wish.saml() == null, "the application is OpenID Connect");
    OidcRequest request = wish.openIdConnect() == null ? OidcRequest.EMPTY : wish.openIdConnect();
    return new ApplicationSettings(null, new OidcReading(request, call.urls(), faults).settings());
  }

  private static SamlDefaults defaults(CatalogueEntry entry) {
    String attribute = Catalogue.template(entry).getAttributes().get("saml_name_id_format");
    return new SamlDefaults(NameIdFormat.ofAttribute(attribute).orElse(NameIdFormat.PERSISTENT));
  }

  String clientId() {
    return saml == null ? openIdConnect.clientId() : saml.entityId();
  }

  boolean isPublic() {
    return openIdConnect != null && openIdConnect.isPublic();
  }

  /** The name in the address of a sign-in that begins here belongs to one application. */
  void checkUniqueness(
      KeycloakSession session, RealmModel realm, Optional<String> self, Faults faults) {
    if (saml == null || saml.idpInitiated() == null) {
      return;
    }
    boolean taken =
        session
            .clients()
            .searchClientsByAttributes(realm, Map.of(URL_NAME, saml.idpInitiated()), 0, 10)
            .filter(client -> saml.idpInitiated().equals(client.getAttribute(URL_NAME)))
            .anyMatch(client -> self.isEmpty() || !self.get().equals(client.getId()));
    faults.require("saml.idpInitiated", !taken, "another application has this name");
  }

  void applyTo(ClientModel client) {
    if (saml != null) {
      new SamlClientWriter(client).write(saml);
    } else {
      new OidcClient(client).write(openIdConnect);
    }
  }
}
