package org.sekisho.tenant.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TenantQueryTest {

  @Test
  void whatTheReaderTypedHasNoWildcards() {
    assertThat(new TenantQuery("100%_Sakura!", null, null, null, 20).pattern())
        .isEqualTo("%100!%!_sakura!!%");
  }
}
