package org.sekisho.loginhistory.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.sekisho.loginhistory.record.Device;
import org.sekisho.loginhistory.record.LoginRecord;
import org.sekisho.loginhistory.record.RecordKind;

/** A record as answers show it: without what is Keycloak's own business. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordView(
    String id,
    long at,
    RecordKind kind,
    String userId,
    String address,
    Device device,
    String application,
    String applicationName,
    String protocol,
    List<String> factors,
    String failedFactor,
    String reason,
    String reference,
    String rule,
    String zone,
    String certificate,
    Boolean thisSession) {

  /**
   * The view of a record.
   *
   * @param thisSession identifier of the session that asks; null where no session is marked
   */
  public static RecordView of(RealmModel realm, LoginRecord row, String thisSession) {
    return new RecordView(
        row.id(),
        row.at(),
        row.kind(),
        row.userId(),
        row.address(),
        known(row.device()),
        row.application(),
        applicationName(realm, row.application()),
        row.protocol(),
        row.factors() == null ? null : Arrays.asList(row.factors().split(",", -1)),
        row.failedFactor(),
        row.reason(),
        row.reference(),
        row.rule(),
        row.zone(),
        row.certificate(),
        mark(thisSession, row));
  }

  private static Boolean mark(String thisSession, LoginRecord row) {
    boolean same = thisSession != null && thisSession.equals(row.sessionId());
    return same ? Boolean.TRUE : null;
  }

  private static Device known(Device device) {
    return device.isKnown() ? device : null;
  }

  private static String applicationName(RealmModel realm, String clientId) {
    ClientModel client = clientId == null ? null : realm.getClientByClientId(clientId);
    String name = client == null ? null : client.getName();
    // Keycloak's own clients are named by a message key, such as ${client_account-console}.
    return (name == null || name.startsWith("${")) ? null : name;
  }
}
