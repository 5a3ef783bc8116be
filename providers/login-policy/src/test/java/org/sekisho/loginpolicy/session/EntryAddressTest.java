package org.sekisho.loginpolicy.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.network.IpAddress;
import org.sekisho.testsupport.Fake;

/** Which address a server's request is judged by. */
class EntryAddressTest {

  private final Map<String, Object> notes = new HashMap<>();
  private final ClientModel client = Fake.of(ClientModel.class, Map.of("getId", none -> "c"));

  @Test
  void theAddressOfTheLastEntryCounts() {
    enter("198.51.100.7");
    assertThat(EntryAddress.of(session("c"), client)).isEqualTo(IpAddress.parse("198.51.100.7"));

    enter("2001:db8::7");
    assertThat(EntryAddress.of(session("c"), client)).isEqualTo(IpAddress.parse("2001:db8::7"));
  }

  @Test
  void withoutAnEntryItIsThatOfTheSessionsBeginning() {
    assertThat(EntryAddress.of(session("c"), client)).isEqualTo(IpAddress.parse("203.0.113.1"));
    enter("198.51.100.7");
    assertThat(EntryAddress.of(session("other"), client)).isEqualTo(IpAddress.parse("203.0.113.1"));
    assertThat(EntryAddress.of(session("c"), null)).isEqualTo(IpAddress.parse("203.0.113.1"));
  }

  private void enter(String address) {
    AuthenticationSessionModel signIn =
        Fake.of(
            AuthenticationSessionModel.class,
            Map.of("setClientNote", note -> notes.put((String) note[0], note[1])));
    EntryAddress.note(
        signIn, Fake.of(ClientConnection.class, Map.of("getRemoteAddr", none -> address)));
  }

  /** A session that began at the office and has entered one application. */
  private UserSessionModel session(String entered) {
    AuthenticatedClientSessionModel clientSession =
        Fake.of(
            AuthenticatedClientSessionModel.class,
            Map.of("getNote", name -> notes.get((String) name[0])));
    return Fake.of(
        UserSessionModel.class,
        Map.of(
            "getIpAddress",
            none -> "203.0.113.1",
            "getAuthenticatedClientSessionByClient",
            id -> entered.equals(id[0]) ? clientSession : null));
  }
}
