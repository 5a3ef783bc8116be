package org.sekisho.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TenantsOptionsTest {

  @Test
  void stockIsBoundedBecauseItTakesLongerWithEachRealm() {
    assertThat(TenantsOptions.of("/repository").tenants()).isEqualTo(500);
    assertThat(TenantsOptions.of("/repository").stock()).isEqualTo(200);
    assertThat(TenantsOptions.of("/repository", "--tenants", "60").stock()).isEqualTo(60);
    assertThat(TenantsOptions.of("/repository", "--stock", "400").stock()).isEqualTo(400);
  }

  @Test
  void whatIsNotUnderstoodIsAnError() {
    assertThatThrownBy(() -> TenantsOptions.of("/repository", "--tenants", "many"))
        .hasMessage(TenantsOptions.USAGE);
  }
}
