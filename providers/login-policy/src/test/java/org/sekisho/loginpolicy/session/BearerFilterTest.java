package org.sekisho.loginpolicy.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BearerFilterTest {

  @ParameterizedTest
  @CsvSource({
    "/realms/sakura/account, true",
    "realms/sakura/account/credentials, true",
    "/admin/realms/sakura/users, true",
    "/admin/serverinfo, true",
    "/admin, true",
    "/realms/sakura/protocol/openid-connect/token, false",
    "/realms/sakura/accounts, false",
    "/realms/sakura/sekisho/menu, false",
    "/administrator, false"
  })
  void theInterfacesForUsersAndAdministratorsAreGuarded(String path, boolean guarded) {
    assertThat(BearerFilter.isGuarded(path)).isEqualTo(guarded);
  }
}
