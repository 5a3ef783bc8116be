package org.sekisho.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** As many rules as a tenant may reasonably have: ten policies, a thousand trusted networks. */
final class ManyRules {

  static final int NETWORKS = 1_000;
  static final int POLICIES = 10;

  private static final Map<String, Object> TWO_FACTORS =
      Map.of(
          "deny", false,
          "factors", List.of(List.of("password"), List.of("sms", "totp")),
          "recoveryCode", true);

  private ManyRules() {}

  /** As the database holds them; the last policy, which is for everybody, decides. */
  static Map<String, Object> document() {
    return Map.of("networks", networks(), "policies", policies());
  }

  private static List<Map<String, Object>> networks() {
    return IntStream.range(0, NETWORKS).mapToObj(ManyRules::network).toList();
  }

  /** Half IPv4, half IPv6, none next to another, so that nothing can be merged. */
  private static Map<String, Object> network(int i) {
    String block =
        i % 2 == 0
            ? String.format(Locale.ROOT, "100.%d.%d.0/25", 64 + i / 200, i % 200)
            : String.format(Locale.ROOT, "2001:db8:%x::/48", 2 * i);
    return Map.of("network", block, "comment", "計測 " + i);
  }

  private static List<Map<String, Object>> policies() {
    List<Map<String, Object>> policies = new ArrayList<>();
    for (int i = 1; i < POLICIES; i++) {
      policies.add(policy("Group " + i, List.of("group-" + i)));
    }
    policies.add(policy("Default", List.of()));
    return policies;
  }

  private static Map<String, Object> policy(String name, List<String> groups) {
    return Map.of(
        "name", name,
        "groups", groups,
        "applications", List.of(),
        "trusted", TWO_FACTORS,
        "others", TWO_FACTORS);
  }
}
