package org.sekisho.launcher;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the stand-ins trust a tenant, as an administrator would at Microsoft and at the gateway.
 */
public final class Federation {

  private static final Pattern CERTIFICATE =
      Pattern.compile("<(?:\\w+:)?X509Certificate>([^<]+)</(?:\\w+:)?X509Certificate>");

  private final Ports ports;

  public Federation(Ports ports) {
    this.ports = ports;
  }

  /** Federates a domain at the stand-in for Microsoft 365, by calls shaped like Graph's. */
  public void federate(String tenant, String domain, String mfaBehaviour) {
    Http.send(
            "POST",
            ports.microsoft365Url() + "/v1.0/domains/" + domain + "/federationConfiguration",
            Map.of(
                "@odata.type", "#microsoft.graph.internalDomainFederation",
                "issuerUri", issuer(tenant, domain),
                "passiveSignInUri", samlEndpoint(tenant),
                "signOutUri", samlEndpoint(tenant),
                "signingCertificate", signingCertificate(tenant),
                "preferredAuthenticationProtocol", "saml",
                "federatedIdpMfaBehavior", mfaBehaviour),
            null)
        .orFail("Federating " + domain);
  }

  public String issuer(String tenant, String domain) {
    return realm(tenant) + "/domains/" + domain;
  }

  private String samlEndpoint(String tenant) {
    return realm(tenant) + "/protocol/saml";
  }

  private String realm(String tenant) {
    return ports.serverUrl() + "/realms/" + tenant;
  }

  private String signingCertificate(String tenant) {
    Matcher certificate = CERTIFICATE.matcher(Http.getText(samlEndpoint(tenant) + "/descriptor"));
    if (!certificate.find()) {
      throw new LaunchException("The SAML metadata of " + tenant + " holds no certificate.");
    }
    return certificate.group(1).replaceAll("\\s", "");
  }

  public void provision(String userId, String displayName, String immutableId) {
    Http.send(
            "POST",
            ports.microsoft365Url() + "/v1.0/users",
            Map.of(
                "accountEnabled",
                true,
                "displayName",
                displayName,
                "mailNickname",
                userId.substring(0, userId.indexOf('@')),
                "userPrincipalName",
                userId,
                "onPremisesImmutableId",
                immutableId,
                "passwordProfile",
                Map.of("password", Credentials.USER_PASSWORD)),
            null)
        .orFail("Provisioning a user at the Microsoft 365 stand-in");
  }

  /** Tells the mail gateway of its tenants: one entry for each domain. */
  public void registerAtMailGateway(List<Map<String, String>> domains) {
    Http.send("PUT", ports.mailGatewayUrl() + "/tenants", domains, null)
        .orFail("Registering at the mail gateway stand-in");
  }

  public Map<String, String> mailGatewayEntry(String tenant, String domain, String clientSecret) {
    return Map.of(
        "domain",
        domain,
        "issuer",
        realm(tenant),
        "clientId",
        "mail-gateway",
        "clientSecret",
        clientSecret);
  }
}
