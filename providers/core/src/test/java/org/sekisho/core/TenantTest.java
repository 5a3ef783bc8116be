package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantTest {

  private static final DomainName SAKURA = new DomainName("sakura.example");

  @Test
  void aTenantOwnsItsDomainsAndNothingBelowThem() {
    Tenant tenant = new Tenant("agency", "hybrid", Set.of(SAKURA), Set.of());
    assertThat(tenant.owns(SAKURA)).isTrue();
    assertThat(tenant.owns(new DomainName("a.sakura.example"))).isFalse();
    assertThat(tenant.owns(new DomainName("xsakura.example"))).isFalse();
  }

  @Test
  void aTenantDoesNotChangeWithTheSetsItWasMadeOf() {
    Set<DomainName> domains = new HashSet<>(Set.of(SAKURA));
    Tenant tenant = new Tenant("agency", "hybrid", domains, Set.of());
    domains.add(new DomainName("ume.example"));
    assertThat(tenant.domains()).containsExactly(SAKURA);
  }
}
