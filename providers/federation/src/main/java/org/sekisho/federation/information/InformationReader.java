package org.sekisho.federation.information;

import java.util.Comparator;
import java.util.List;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyStatus;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.urls.UrlType;
import org.sekisho.core.DomainName;
import org.sekisho.core.Tenant;
import org.sekisho.federation.certificate.CertificateFacts;
import org.sekisho.federation.information.FederationInformation.Domain;
import org.sekisho.federation.information.FederationInformation.OpenIdConnect;
import org.sekisho.federation.information.FederationInformation.Saml;
import org.sekisho.federation.information.FederationInformation.SigningKey;

/** Collects the federation information of a tenant. */
record InformationReader(KeycloakSession session, RealmModel realm) {

  FederationInformation read() {
    return new FederationInformation(saml(), openIdConnect(), keys(), domains());
  }

  /** As browsers and other servers see it, whichever address this call has come to. */
  private String base() {
    return RealmsResource.realmBaseUrl(session.getContext().getUri(UrlType.FRONTEND))
        .build(realm.getName())
        .toString();
  }

  private Saml saml() {
    String endpoint = base() + "/protocol/saml";
    return new Saml(base(), endpoint, endpoint, endpoint + "/descriptor");
  }

  private OpenIdConnect openIdConnect() {
    String endpoint = base() + "/protocol/openid-connect";
    return new OpenIdConnect(
        base(),
        base() + "/.well-known/openid-configuration",
        endpoint + "/auth",
        endpoint + "/token",
        endpoint + "/userinfo",
        endpoint + "/certs",
        endpoint + "/logout");
  }

  /** Those of the metadata, in its order. */
  private List<SigningKey> keys() {
    return session
        .keys()
        .getKeysStream(realm, KeyUse.SIG, Algorithm.RS256)
        .filter(key -> key.getCertificate() != null)
        .sorted(
            Comparator.comparing((KeyWrapper key) -> key.getStatus() != KeyStatus.ACTIVE)
                .thenComparing(key -> -key.getProviderPriority()))
        .map(
            key ->
                SigningKey.of(
                    key.getStatus().name(),
                    key.getKid(),
                    CertificateFacts.of(key.getCertificate())))
        .toList();
  }

  private List<Domain> domains() {
    String endpoint = base() + "/protocol/saml";
    return Tenant.of(realm).orElseThrow().domains().stream()
        .map(DomainName::value)
        .sorted()
        .map(domain -> new Domain(domain, base() + "/domains/" + domain, endpoint, endpoint))
        .toList();
  }
}
