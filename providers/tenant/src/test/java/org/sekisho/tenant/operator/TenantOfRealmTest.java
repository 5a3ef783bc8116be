package org.sekisho.tenant.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;
import org.sekisho.core.DomainName;
import org.sekisho.core.Tenant;

/** Here and not in core, whose class path is too small to stand in for a realm. */
class TenantOfRealmTest {

  private static final DomainName SAKURA = new DomainName("sakura.example");

  @Test
  void aRealmWithoutAPlanIsNoTenant() {
    assertThat(Tenant.of(realm(Map.of("sekisho.domains", "sakura.example")))).isEmpty();
  }

  @Test
  void aTenantIsReadFromItsRealm() {
    Map<String, String> attributes =
        Map.of(
            "sekisho.plan", "individual",
            "sekisho.domains", "sakura.example,ume.example",
            "sekisho.options", "device-certificate");
    assertThat(Tenant.of(realm(attributes)))
        .hasValue(
            new Tenant(
                "agency",
                "individual",
                Set.of(SAKURA, new DomainName("ume.example")),
                Set.of("device-certificate")));
  }

  @Test
  void aTenantWithoutDomainsOrOptionsHasNone() {
    Tenant missing = Tenant.of(realm(Map.of("sekisho.plan", "common"))).orElseThrow();
    assertThat(missing.domains()).isEmpty();
    assertThat(missing.options()).isEmpty();
    Map<String, String> blank =
        Map.of("sekisho.plan", "common", "sekisho.domains", "", "sekisho.options", " ");
    assertThat(Tenant.of(realm(blank))).hasValue(missing);
  }

  @Test
  void aDamagedDomainIsLeftOut() {
    Map<String, String> attributes =
        Map.of("sekisho.plan", "hybrid", "sekisho.domains", "sakura.example,,*,x y.example");
    assertThat(Tenant.of(realm(attributes)).orElseThrow().domains()).containsExactly(SAKURA);
  }

  private static RealmModel realm(Map<String, String> attributes) {
    Map<String, String> stored = new HashMap<>(attributes);
    return (RealmModel)
        Proxy.newProxyInstance(
            RealmModel.class.getClassLoader(),
            new Class<?>[] {RealmModel.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getName" -> "agency";
                  case "getAttribute" -> stored.get((String) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
