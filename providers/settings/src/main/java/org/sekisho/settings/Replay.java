package org.sekisho.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.UserModel;
import org.sekisho.core.Factor;
import org.sekisho.core.SetUpFactors;
import org.sekisho.loginhistory.record.LoginRecord;
import org.sekisho.loginpolicy.Door;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.decision.Decision;
import org.sekisho.loginpolicy.decision.LoginDecision;
import org.sekisho.loginpolicy.decision.Visit;
import org.sekisho.network.ClientAddress;

/** Counts what rules would have said to past sign-ins. */
final class Replay {

  private static final int MOST_SHOWN = 500;

  private final SettingsCall call;
  private final AccessRules rules;
  private final Map<String, Optional<Visitor>> visitors = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<Refused> refused = new ArrayList<>();
  private int signIns;
  private int refusals;
  private int leftUsers;

  Replay(SettingsCall call, AccessRules rules) {
    this.call = call;
    this.rules = rules;
  }

  /** A user as of today. */
  private record Visitor(String userId, Set<String> groups, Set<Factor> setUp) {
    static Visitor of(SettingsCall call, UserModel user) {
      return new Visitor(
          user.getUsername(),
          Door.groupsOf(user),
          SetUpFactors.withDevice(call.session(), call.tenant(), user));
    }
  }

  /**
   * Somebody who would have been refused.
   *
   * @param time of the newest such sign-in, in milliseconds since the epoch
   */
  record Refused(
      String userId, String address, String application, long time, String policy, String reason) {}

  /**
   * What came out.
   *
   * @param signIns how many were looked at
   * @param refusals how many of them would have been refused
   * @param ofFormerUsers how many were left out because their user is gone
   * @param refused each combination of user, address and application once, at most 500
   * @param complete false where there were more sign-ins or refusals than are looked at or shown
   */
  record Result(
      int signIns, int refusals, int ofFormerUsers, List<Refused> refused, boolean complete) {}

  void add(LoginRecord signIn) {
    Optional<Visitor> visitor =
        visitors.computeIfAbsent(
            signIn.userKey() == null ? "" : signIn.userKey(),
            id ->
                Optional.ofNullable(call.session().users().getUserById(call.tenant(), id))
                    .map(user -> Visitor.of(call, user)));
    if (visitor.isEmpty()) {
      leftUsers++;
      return;
    }
    signIns++;
    Decision decision = decide(visitor.get(), signIn);
    if (decision.isDenied()) {
      refusals++;
      show(visitor.get(), signIn, decision);
    }
  }

  private Decision decide(Visitor visitor, LoginRecord signIn) {
    return Door.withoutDeadEnd(
        LoginDecision.decide(
            rules,
            new Visit(
                visitor.groups(),
                ClientAddress.parse(signIn.address()),
                Possible.all(visitor.setUp()),
                signIn.application() == null ? "" : signIn.application(),
                signIn.at())),
        visitor.setUp());
  }

  private void show(Visitor visitor, LoginRecord signIn, Decision decision) {
    String key = String.join("|", visitor.userId(), signIn.address(), signIn.application());
    if (seen.add(key) && refused.size() < MOST_SHOWN) {
      refused.add(
          new Refused(
              visitor.userId(),
              signIn.address(),
              signIn.application(),
              signIn.at(),
              decision.policy().orElse(null),
              decision.reason().orElseThrow().name()));
    }
  }

  Result result(int most) {
    boolean complete = signIns + leftUsers < most && seen.size() == refused.size();
    return new Result(signIns, refusals, leftUsers, List.copyOf(refused), complete);
  }
}
