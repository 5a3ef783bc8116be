package org.sekisho.devicecertificate.handback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostLabelsTest {

  private static final String DOMAIN = "certauth.example.jp";

  private static List<String> tenants(String label) {
    return HostLabels.tenants(label + "." + DOMAIN, DOMAIN);
  }

  @Test
  void theUsualHostIsTheTenants() {
    assertThat(tenants(HostLabels.usual("sakura"))).containsExactly("sakura");
    assertThat(tenants("SAKURA")).containsExactly("sakura");
  }

  @RepeatedTest(50)
  void aFreshHostLeadsToTheTenantAndFitsIntoALabel() {
    String longest = "a".repeat(36);
    String fresh = HostLabels.fresh(longest);
    assertThat(tenants(fresh)).contains(longest);
    assertThat(fresh.length()).isLessThanOrEqualTo(63);
    assertThat(fresh).matches("[a-z0-9-]+");
  }

  @Test
  void freshHostsDiffer() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      made.add(HostLabels.fresh("sakura"));
    }
    assertThat(made).hasSize(100);
  }

  @Test
  void aTenantWhoseNameLooksFreshComesFirst() {
    assertThat(tenants("sakura--abcd1234")).containsExactly("sakura--abcd1234", "sakura");
  }

  /** Or a visitor of one tenant would be asked for certificates of another. */
  @ParameterizedTest
  @ValueSource(strings = {"sakura-office99", "sakura--office99x", "sakura--short", "--abcd1234"})
  void aNameThatOnlyResemblesAFreshHostIsNobodyElses(String label) {
    assertThat(tenants(label)).containsExactly(label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "certauth.example.jp",
        ".certauth.example.jp",
        "a.b.certauth.example.jp",
        "sakura.certauth.example.jp.evil.example",
        "sakura-certauth.example.jp",
        ""
      })
  void otherHostsAreNobodys(String host) {
    assertThat(HostLabels.tenants(host, DOMAIN)).isEmpty();
    assertThat(HostLabels.tenants(null, DOMAIN)).isEmpty();
  }
}
