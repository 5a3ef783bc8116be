package org.sekisho.loginpolicy.decision;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.core.Factor;
import org.sekisho.network.Network;
import org.sekisho.network.TrustedNetwork;
import org.sekisho.network.TrustedNetworks;

/** Sets of rules as tenants have them. */
final class TestRules {

  static final Rule PASSWORD = Rule.ask(true, List.of(Set.of(Factor.PASSWORD)));
  static final Rule TWO =
      Rule.ask(true, List.of(Set.of(Factor.PASSWORD), Set.of(Factor.SMS, Factor.TOTP)));
  static final Rule SMS_ONLY =
      Rule.ask(false, List.of(Set.of(Factor.PASSWORD), Set.of(Factor.SMS)));
  static final Rule TOTP_ONLY =
      Rule.ask(false, List.of(Set.of(Factor.PASSWORD), Set.of(Factor.TOTP)));
  static final Rule PASSKEY_ONLY =
      Rule.ask(false, List.of(Set.of(Factor.PASSWORD), Set.of(Factor.PASSKEY)));

  private static final Set<Factor> FIRST = Set.of(Factor.PASSWORD);
  private static final Set<Factor> DEVICE = Set.of(Factor.DEVICE_CERTIFICATE);

  /** With the emergency way, which never stands in for the device. */
  static final Rule DEVICE_SECOND = Rule.ask(true, List.of(FIRST, DEVICE));

  static final Rule DEVICE_THIRD = Rule.ask(true, List.of(FIRST, Set.of(Factor.SMS), DEVICE));
  static final Rule DEVICE_THEN_SMS = Rule.ask(true, List.of(FIRST, DEVICE, Set.of(Factor.SMS)));
  static final Rule DEVICE_OR_SMS =
      Rule.ask(true, List.of(FIRST, Set.of(Factor.SMS, Factor.DEVICE_CERTIFICATE)));

  /** In milliseconds since the epoch; until then {@code until} trusts the fair's network. */
  static final long END = 5_000;

  private static final Map<String, AccessRules> WITHOUT_DEVICES =
      Map.of(
          "baseline", AccessRules.BASELINE,
          "passkey", rules(policy("Default", Set.of(), Set.of(), PASSKEY_ONLY, PASSKEY_ONLY)),
          "office", rules(policy("Default", Set.of(), Set.of(), PASSWORD, TWO)),
          "office-only", rules(policy("Default", Set.of(), Set.of(), SMS_ONLY, Rule.DENY)),
          "closed", rules(policy("Default", Set.of(), Set.of(), Rule.DENY, Rule.DENY)),
          "groups",
              rules(
                  policy("Part-timers", Set.of("part-timers"), Set.of(), PASSWORD, Rule.DENY),
                  policy("Managers", Set.of("managers"), Set.of(), TOTP_ONLY, TOTP_ONLY),
                  policy("Default", Set.of(), Set.of(), PASSWORD, TWO)),
          "application",
              rules(
                  policy("Mail", Set.of(), Set.of("mail-gateway"), TWO, TWO),
                  policy("Default", Set.of(), Set.of(), PASSWORD, TWO)),
          "group-and-application",
              rules(
                  policy(
                      "Mail of part-timers",
                      Set.of("part-timers"),
                      Set.of("mail-gateway"),
                      TWO,
                      Rule.DENY),
                  policy("Default", Set.of(), Set.of(), PASSWORD, TWO)));

  static final Map<String, AccessRules> BY_NAME = byName();

  private static Map<String, AccessRules> byName() {
    Map<String, AccessRules> all = new HashMap<>(WITHOUT_DEVICES);
    all.put("device-second", everybody(DEVICE_SECOND));
    all.put("device-third", everybody(DEVICE_THIRD));
    all.put("device-then-sms", everybody(DEVICE_THEN_SMS));
    all.put("device-or-sms", everybody(DEVICE_OR_SMS));
    all.put(
        "until",
        new AccessRules(
            new TrustedNetworks(
                List.of(
                    new TrustedNetwork(Network.parse("198.51.100.0/24").orElseThrow(), "催事", END))),
            List.of(policy("Default", Set.of(), Set.of(), PASSWORD, TWO))));
    return Map.copyOf(all);
  }

  private static AccessRules everybody(Rule rule) {
    return rules(policy("Default", Set.of(), Set.of(), rule, rule));
  }

  private TestRules() {}

  static AccessRules rules(LoginPolicy... policies) {
    return new AccessRules(networks("203.0.113.0/24", "2001:db8:1::/48"), List.of(policies));
  }

  static LoginPolicy policy(
      String name, Set<String> groups, Set<String> applications, Rule trusted, Rule others) {
    return new LoginPolicy(name, groups, applications, trusted, others);
  }

  static TrustedNetworks networks(String... networks) {
    return new TrustedNetworks(
        Arrays.stream(networks)
            .map(text -> new TrustedNetwork(Network.parse(text).orElseThrow(), "本社", null))
            .toList());
  }
}
