package org.sekisho.federation.microsoft365;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.saml.SamlProtocol;

/**
 * The tenant's SAML applications apart from Microsoft 365. The realm's key signs for them too, and
 * nobody tells them of the next one but people, such as those of the mail gateway.
 */
record SamlApplications(List<Application> list) {

  private static final String CATALOGUE_ENTRY = "sekisho.application";
  private static final String MICROSOFT = "microsoft-365";

  /**
   * One of them; also where it is switched off, since it may be switched on again.
   *
   * @param entityId the client ID
   */
  record Application(String entityId, String name) {}

  static SamlApplications of(RealmModel realm) {
    return new SamlApplications(
        realm
            .getClientsStream()
            .filter(client -> SamlProtocol.LOGIN_PROTOCOL.equals(client.getProtocol()))
            .filter(client -> !MICROSOFT.equals(client.getAttribute(CATALOGUE_ENTRY)))
            .map(SamlApplications::application)
            .sorted(Comparator.comparing(Application::entityId))
            .toList());
  }

  private static Application application(ClientModel client) {
    String name = client.getName();
    return new Application(
        client.getClientId(), name == null || name.isBlank() ? client.getClientId() : name);
  }

  /** Another one as soon as an application comes or goes. */
  String fingerprint() {
    return DomainUsers.sha256(
        list.stream().map(Application::entityId).collect(Collectors.joining("\n")));
  }

  /** Whether what was said of the applications then holds for those of now. */
  boolean areThoseOf(String fingerprint) {
    return list.isEmpty() || fingerprint().equals(fingerprint);
  }

  String names() {
    return list.stream().map(Application::name).collect(Collectors.joining(", "));
  }
}
