package org.sekisho.loginpolicy;

import java.util.Optional;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.ApplicationAccess;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.SetUpFactors;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.decision.Decision;
import org.sekisho.loginpolicy.decision.Decision.Reason;
import org.sekisho.loginpolicy.decision.LoginDecision;
import org.sekisho.loginpolicy.decision.LoginPolicy;
import org.sekisho.loginpolicy.decision.Visit;
import org.sekisho.loginpolicy.rules.AccessRulesStore;
import org.sekisho.network.ClientAddress;
import org.sekisho.network.IpAddress;

/** Brings what Keycloak knows before the decision. Every way into a tenant asks here. */
public final class Door {

  private final KeycloakSession session;
  private final RealmModel realm;

  public Door(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** Judges a user who is at the address of the present request. */
  public Decision judge(UserModel user, ProvenFactors proven, String application) {
    return judge(user, here(), proven, application);
  }

  /** Judges a user under the rules that are in force now. */
  public Decision judge(
      UserModel user, Optional<IpAddress> address, ProvenFactors proven, String application) {
    Set<String> groups = groupsOf(user);
    return isAssigned(groups, application)
        ? decide(groups, address, proven, application)
        : Decision.deny(Reason.NOT_ASSIGNED);
  }

  /**
   * What the policies say, whether the application is assigned to the user or not: for what is
   * asked before the password, where the answer must not tell who a user is.
   */
  Decision judgeByPolicyAlone(UserModel user, ProvenFactors proven, String application) {
    return decide(groupsOf(user), here(), proven, application);
  }

  private Decision decide(
      Set<String> groups, Optional<IpAddress> address, ProvenFactors proven, String application) {
    return rules()
        .map(
            rules ->
                LoginDecision.decide(rules, new Visit(groups, address, proven, application, now())))
        .orElse(Decision.deny(Reason.RULES_UNREADABLE));
  }

  private boolean isAssigned(Set<String> groups, String application) {
    ClientModel client = realm.getClientByClientId(application);
    return client == null || ApplicationAccess.admits(client, groups);
  }

  /** The refusal of everybody who comes from the address of the present request. */
  public Optional<Decision> refusalOfAnybody(String application) {
    Optional<AccessRules> rules = rules();
    return rules.isEmpty()
        ? Optional.of(Decision.deny(Reason.RULES_UNREADABLE))
        : LoginDecision.refusalOfAnybody(rules.get(), here(), application, now());
  }

  /**
   * Judges an ID that nobody has as somebody is judged whom one of the policies is for.
   *
   * @param pick says which policy; any number
   */
  Decision judgeNobody(long pick, String application) {
    return rules()
        .map(
            rules ->
                LoginDecision.decide(
                    rules,
                    new Visit(
                        LoginDecision.groupsOfOne(rules, pick, application),
                        here(),
                        ProvenFactors.NONE,
                        application,
                        now())))
        .orElse(Decision.deny(Reason.RULES_UNREADABLE));
  }

  /** Whether the factor is of use to anybody, from whichever address. */
  boolean uses(Factor factor) {
    return rules()
        .filter(
            rules ->
                rules.policies().stream()
                    .anyMatch(
                        policy -> policy.trusted().uses(factor) || policy.others().uses(factor)))
        .isPresent();
  }

  /** The policy that is for the user, whatever the address. */
  Optional<LoginPolicy> policyOf(UserModel user, String application) {
    return rules().flatMap(rules -> LoginDecision.policyOf(rules, groupsOf(user), application));
  }

  /**
   * The same decision, or a refusal where none of the factors that it asks for next could be
   * proven. A phone can be registered by those who have no second factor yet.
   */
  public static Decision withoutDeadEnd(Decision decision, Set<Factor> setUp) {
    boolean possible =
        decision.next().isEmpty()
            || decision.next().stream().anyMatch(setUp::contains)
            || (decision.next().contains(Factor.SMS) && !SetUpFactors.haveSecond(setUp));
    return possible ? decision : decision.refusedFor(Reason.FACTOR_NOT_SET_UP);
  }

  /** The user's groups and the groups above them: who is in a subgroup is in the group. */
  public static Set<String> groupsOf(UserModel user) {
    return ApplicationAccess.groupsOf(user);
  }

  public Optional<IpAddress> here() {
    return ClientAddress.of(session.getContext().getConnection());
  }

  private Optional<AccessRules> rules() {
    return new AccessRulesStore(session).effective(realm, now());
  }

  private static long now() {
    return Time.currentTimeMillis();
  }
}
