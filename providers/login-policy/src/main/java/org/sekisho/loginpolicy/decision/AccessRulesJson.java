package org.sekisho.loginpolicy.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sekisho.core.Factor;
import org.sekisho.network.Network;
import org.sekisho.network.TrustedNetwork;
import org.sekisho.network.TrustedNetworks;

/** Access rules as they are stored. Whatever cannot be read exactly is an error, never a guess. */
public final class AccessRulesJson {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private AccessRulesJson() {}

  record Document(List<NetworkEntry> networks, List<PolicyEntry> policies) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NetworkEntry(String network, String comment, Long until) {}

  record PolicyEntry(
      String name,
      Set<String> groups,
      Set<String> applications,
      RuleEntry trusted,
      RuleEntry others) {}

  record RuleEntry(boolean deny, List<Set<String>> factors, boolean recoveryCode) {}

  /** Thrown where a text is no set of rules, or one below the floor. */
  public static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  public static String write(AccessRules rules) {
    try {
      return JSON.writeValueAsString(
          new Document(
              rules.networks().all().stream().map(AccessRulesJson::entry).toList(),
              rules.policies().stream().map(AccessRulesJson::entry).toList()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static NetworkEntry entry(TrustedNetwork network) {
    return new NetworkEntry(network.network().toString(), network.comment(), network.until());
  }

  private static PolicyEntry entry(LoginPolicy policy) {
    return new PolicyEntry(
        policy.name(),
        new TreeSet<>(policy.groups()),
        new TreeSet<>(policy.applications()),
        entry(policy.trusted()),
        entry(policy.others()));
  }

  private static RuleEntry entry(Rule rule) {
    List<Set<String>> names =
        rule.slots().stream()
            .map(slot -> slot.stream().map(FactorName::of).collect(Collectors.toSet()))
            .<Set<String>>map(TreeSet::new)
            .toList();
    return new RuleEntry(rule.deny(), names, rule.recoveryCode());
  }

  public static AccessRules read(String text) throws UnreadableException {
    AccessRules rules;
    try {
      Document document = JSON.readValue(text, Document.class);
      rules =
          new AccessRules(
              new TrustedNetworks(
                  document.networks().stream().map(AccessRulesJson::network).toList()),
              document.policies().stream().map(AccessRulesJson::policy).toList());
    } catch (JsonProcessingException | RuntimeException unreadable) {
      throw new UnreadableException("the access rules cannot be read", unreadable);
    }
    if (!RuleFloor.faults(rules).found().isEmpty()) {
      throw new UnreadableException("the access rules are below the floor", null);
    }
    return rules;
  }

  private static TrustedNetwork network(NetworkEntry entry) {
    return new TrustedNetwork(
        Network.parse(entry.network()).orElseThrow(), entry.comment(), entry.until());
  }

  private static LoginPolicy policy(PolicyEntry entry) {
    return new LoginPolicy(
        Objects.requireNonNull(entry.name()),
        entry.groups(),
        entry.applications(),
        rule(entry.trusted()),
        rule(entry.others()));
  }

  private static Rule rule(RuleEntry entry) {
    List<Set<Factor>> slots =
        entry.factors().stream()
            .map(
                slot ->
                    slot.stream()
                        .map(name -> FactorName.parse(name).orElseThrow())
                        .collect(Collectors.toSet()))
            .toList();
    return new Rule(entry.deny(), slots, entry.recoveryCode());
  }
}
