package org.sekisho.settings;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.keycloak.models.UserModel;
import org.sekisho.core.Factor;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.core.SetUpFactors;
import org.sekisho.loginpolicy.Door;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.decision.Decision;
import org.sekisho.loginpolicy.decision.LoginDecision;
import org.sekisho.loginpolicy.decision.RuleFloor;
import org.sekisho.loginpolicy.decision.Visit;
import org.sekisho.loginpolicy.rules.AccessChanges;
import org.sekisho.loginpolicy.rules.Author;
import org.sekisho.network.ClientAddress;

/**
 * Changes who gets in: checks the new rules, refuses to shut out their author, and puts them in
 * force until they are confirmed from a fresh sign-in.
 *
 * @param path of the settings for the record
 * @param allowLockOut whether the author has said that being shut out is intended
 */
record RulesChange(SettingsCall call, String path, String reason, boolean allowLockOut) {

  /** Page after the sign-in, which every user needs, and the portal, where rules are changed. */
  private static final Set<String> NEEDED = Set.of("main-menu", "account-console");

  private static final String TITLE = "Rules not changed";

  /**
   * Makes the change.
   *
   * @param found the faults that reading the request has found
   * @param edit makes the new rules of those in force
   */
  RulesInForce make(HttpHeaders headers, Faults found, UnaryOperator<AccessRules> edit) {
    Reason.check(reason, found);
    found.refuse("request-invalid", TITLE);
    return call.change(change -> write(change, headers, edit));
  }

  private RulesInForce write(
      SettingsChange change, HttpHeaders headers, UnaryOperator<AccessRules> edit) {
    long now = call.now();
    RulesInForce before = RulesInForce.of(change.session(), change.tenant(), now);
    before.version().requireIn(headers);
    AccessRules after = edit.apply(before.rules());
    RuleFloor.faults(after).refuse("request-invalid", TITLE);
    if (isSame(before.rules(), after)) {
      return before;
    }
    refuseToShutOutTheAuthor(after, now);
    Author author =
        new Author(call.auth().getUser().getId(), call.auth().getUser().getUsername(), reason);
    new AccessChanges(change.session(), change.tenant(), now)
        .propose(after, author, now + call.confirmWithin().toMillis());
    change.record(path, reason, RulesView.of(before.rules(), change), RulesView.of(after, change));
    return RulesInForce.of(change.session(), change.tenant(), now);
  }

  private static boolean isSame(AccessRules before, AccessRules after) {
    return before.policies().equals(after.policies())
        && before.networks().all().equals(after.networks().all());
  }

  private void refuseToShutOutTheAuthor(AccessRules after, long now) {
    Set<String> applications = new TreeSet<>(NEEDED);
    applications.add(call.auth().getClient().getClientId());
    for (String application : applications) {
      Decision decision = judgeAuthor(after, application, now);
      if (decision.isDenied() && !allowLockOut) {
        throw lockedOut(application, decision).toException();
      }
    }
  }

  private Decision judgeAuthor(AccessRules after, String application, long now) {
    UserModel author = call.auth().getUser();
    Set<Factor> setUp = SetUpFactors.withDevice(call.session(), call.tenant(), author);
    return Door.withoutDeadEnd(
        LoginDecision.decide(
            after,
            new Visit(
                Door.groupsOf(author),
                ClientAddress.of(call.session().getContext().getConnection()),
                Possible.all(setUp),
                application,
                now)),
        setUp);
  }

  private static Problem lockedOut(String application, Decision decision) {
    return Problem.of(
            "author-locked-out",
            409,
            TITLE,
            "You could not sign in any more from where you are. Set allowLockOut if you want it.")
        .with("application", application)
        .with("policy", decision.policy().orElse(null))
        .with("reason", decision.reason().orElseThrow());
  }
}
