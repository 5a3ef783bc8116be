package org.sekisho.federation.microsoft365;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * Tells the ID administrators, or the operator where mail reaches none, that Microsoft's settings
 * are not ours any more. That it was told is noted in the transaction that sends.
 */
final class DriftMail {

  private static final int MOST_READERS = 20;

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Optional<String> operator;

  DriftMail(Worker.View view, Optional<String> operator) {
    this.session = view.session();
    this.realm = view.realm();
    this.operator = operator;
  }

  /** Sends where something new is to be told. */
  void tell(DomainEntity row) {
    String drift = row.drift == null ? "" : row.drift;
    if (drift.equals(row.driftTold == null ? "" : row.driftTold)) {
      return;
    }
    row.driftTold = drift;
    if (drift.isEmpty()) {
      return;
    }
    List<UserModel> readers = readers();
    readers.forEach(reader -> send(row, reader, null));
    if (readers.isEmpty()) {
      operator.ifPresent(address -> send(row, nobody(), address));
    }
  }

  private List<UserModel> readers() {
    RoleModel role = realm.getRole(FederationCall.ID_ADMINISTRATOR);
    Stream<UserModel> members =
        role == null
            ? Stream.empty()
            : session.users().getRoleMembersStream(realm, role, 0, MOST_READERS);
    return members
        .filter(UserModel::isEnabled)
        .filter(user -> user.getEmail() != null && !user.getEmail().isBlank())
        .toList();
  }

  /** The mail's template asks for a user, and this mail is about none. */
  private UserModel nobody() {
    return new org.keycloak.storage.adapter.InMemoryUserAdapter(session, realm, "operator");
  }

  private void send(DomainEntity row, UserModel reader, String address) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("notice", "sekishoMicrosoftDrift");
    attributes.put(
        "facts",
        List.of(
            Map.of("label", "sekishoFactDomain", "value", row.domain),
            Map.of("label", "sekishoFactDifference", "value", row.drift.replace(",", ", "))));
    attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
    try {
      EmailTemplateProvider mail =
          session.getProvider(EmailTemplateProvider.class).setRealm(realm).setUser(reader);
      String subject = "sekishoMicrosoftDriftSubject";
      String template = "sekisho-notice.ftl";
      if (address == null) {
        mail.send(subject, template, attributes);
      } else {
        mail.send(subject, template, attributes, address);
      }
    } catch (EmailException failed) {
      throw new IllegalStateException("the relay did not take it: " + failed.getMessage(), failed);
    }
  }
}
