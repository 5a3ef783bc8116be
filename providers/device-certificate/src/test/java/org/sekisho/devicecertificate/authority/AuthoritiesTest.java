package org.sekisho.devicecertificate.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.devicecertificate.TestDatabase;
import org.sekisho.devicecertificate.authority.AuthorityEntity.State;

class AuthoritiesTest {

  @Test
  void browsersAreAskedForThoseInServiceAlone() throws IOException {
    try (TestDatabase database = new TestDatabase()) {
      for (State state : State.values()) {
        AuthorityEntity authority = new AuthorityEntity();
        authority.id = state.name();
        authority.realmId = "tenant";
        authority.certificate = "PEM of " + state;
        authority.state = state;
        database.add(authority);
      }

      List<Object[]> trusted = database.call(Authorities::trusted);

      assertThat(trusted)
          .containsExactlyInAnyOrder(
              new Object[] {"tenant", "PEM of ACTIVE"}, new Object[] {"tenant", "PEM of RETIRING"});
    }
  }
}
