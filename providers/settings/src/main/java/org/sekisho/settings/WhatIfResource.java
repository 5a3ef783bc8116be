package org.sekisho.settings;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.UserModel;
import org.sekisho.core.ApplicationAccess;
import org.sekisho.core.Factor;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.SetUpFactors;
import org.sekisho.loginpolicy.Door;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.decision.Decision;
import org.sekisho.loginpolicy.decision.FactorName;
import org.sekisho.loginpolicy.decision.LoginDecision;
import org.sekisho.loginpolicy.decision.Visit;
import org.sekisho.network.IpAddress;
import org.sekisho.network.TrustedNetwork;

/** What would happen: the same decision as at the door, for a user who is not there. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WhatIfResource {

  private final SettingsCall call;

  WhatIfResource(SettingsCall call) {
    this.call = call;
  }

  /**
   * The question.
   *
   * @param userId user ID
   * @param address where the user would come from
   * @param application client identifier
   * @param networks and {@code policies}: to try rules before they are saved; null for those in
   *     force
   */
  record Request(
      String userId,
      String address,
      String application,
      List<NetworkEntry> networks,
      List<PolicyEntry> policies) {}

  /**
   * The answer.
   *
   * @param outcome ALLOW after {@code asks}, or DENY
   * @param network comment of the network that makes the address trusted; null where none does
   * @param asks the factors of each slot, in order
   * @param setUp what the user could prove
   */
  record Answer(
      String outcome,
      String policy,
      String zone,
      String network,
      List<List<String>> asks,
      List<String> setUp,
      String reason) {}

  @POST
  public Answer ask(Request request) {
    call.requireIdAdministrator();
    Request question = Bodies.require(request);
    Faults faults = new Faults();
    Optional<IpAddress> address = IpAddress.parse(question.address());
    faults.require("address", address.isPresent(), "must be an IPv4 or IPv6 address");
    boolean known =
        new TenantNames(call.session(), call.tenant()).hasApplication(question.application());
    faults.require("application", known, "must be the client identifier of an application");
    AccessRules rules = Draft.of(call, question.networks(), question.policies(), faults);
    faults.refuse("request-invalid", "Nothing to answer");
    return answer(rules, user(question.userId()), address.orElseThrow(), question.application());
  }

  private UserModel user(String userId) {
    UserModel user =
        userId == null
            ? null
            : call.session().users().getUserByUsername(call.tenant(), userId.trim());
    if (user == null) {
      throw Problem.of("user-unknown", 404, "No such user", "No user of the tenant has this ID.")
          .toException();
    }
    return user;
  }

  private Answer answer(AccessRules rules, UserModel user, IpAddress address, String application) {
    Set<Factor> setUp = SetUpFactors.withDevice(call.session(), call.tenant(), user);
    Decision asked = decide(rules, user, address, application, ProvenFactors.NONE);
    Decision end =
        isAssigned(user, application)
            ? Door.withoutDeadEnd(
                decide(rules, user, address, application, Possible.all(setUp)), setUp)
            : Decision.deny(Decision.Reason.NOT_ASSIGNED);
    return new Answer(
        end.isDenied() ? "DENY" : "ALLOW",
        end.policy().orElse(null),
        end.zone().map(Enum::name).orElse(null),
        rules.networks().matching(address, call.now()).map(TrustedNetwork::comment).orElse(null),
        asked.missing().stream().map(WhatIfResource::names).toList(),
        names(setUp),
        end.reason().map(Enum::name).orElse(null));
  }

  private boolean isAssigned(UserModel user, String application) {
    return ApplicationAccess.admits(
        call.tenant().getClientByClientId(application), ApplicationAccess.groupsOf(user));
  }

  private Decision decide(
      AccessRules rules,
      UserModel user,
      IpAddress address,
      String application,
      ProvenFactors proven) {
    return LoginDecision.decide(
        rules,
        new Visit(Door.groupsOf(user), Optional.of(address), proven, application, call.now()));
  }

  private static List<String> names(Set<Factor> factors) {
    return factors.stream().map(FactorName::of).sorted().toList();
  }
}
