package org.sekisho.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.rules.AccessRulesStore;
import org.sekisho.loginpolicy.rules.RulesPointer;
import org.sekisho.network.ProxyTrust;

/** The security settings of a tenant. */
@Produces(MediaType.APPLICATION_JSON)
public final class SettingsResource {

  private final SettingsCall call;

  SettingsResource(SettingsCall call) {
    this.call = call;
  }

  /**
   * What holds for all settings.
   *
   * @param plan identifier of the plan
   * @param locked whether the plan forbids changes
   * @param confirmBy until when a change of who gets in waits for its confirmation, in milliseconds
   *     since the epoch; null where none waits
   * @param warnings what makes rules on addresses unreliable
   */
  record Overview(String plan, boolean locked, Long confirmBy, List<Warning> warnings) {}

  /** A warning with a stable name. */
  record Warning(String name, String explanation) {

    static List<Warning> of(ProxyTrust trust) {
      return trust.warning().map(w -> new Warning(w.name(), w.explanation())).stream().toList();
    }
  }

  @GET
  public Overview read() {
    call.requireReader();
    Optional<RulesPointer> pending =
        AccessRulesStore.pointer(call.tenant()).filter(pointer -> pointer.isPending(call.now()));
    return new Overview(
        call.plan().id(),
        call.plan().rulesAreLocked(),
        pending.map(RulesPointer::confirmBy).orElse(null),
        warnings());
  }

  /** Without rules on addresses it does not matter which address the server sees. */
  private List<Warning> warnings() {
    boolean rulesExist =
        new AccessRulesStore(call.session())
            .effective(call.tenant(), call.now())
            .filter(rules -> rules.equals(AccessRules.BASELINE))
            .isEmpty();
    return rulesExist ? Warning.of(call.proxyTrust()) : List.of();
  }

  /** The description of this part of the API. */
  @GET
  @Path("openapi.json")
  public InputStream openApi() {
    call.requireReader();
    return SettingsResource.class.getResourceAsStream("/org/sekisho/settings/openapi.json");
  }

  @Path("password-policy")
  public PasswordPolicyResource passwordPolicy() {
    return new PasswordPolicyResource(call);
  }

  @Path("session-limits")
  public SessionLimitsResource sessionLimits() {
    return new SessionLimitsResource(call);
  }

  @Path("login-history")
  public HistoryRulesResource loginHistory() {
    return new HistoryRulesResource(call);
  }

  @Path("devices")
  public DeviceSettingsResource devices() {
    return new DeviceSettingsResource(call);
  }

  @Path("networks")
  public NetworksResource networks() {
    return new NetworksResource(call);
  }

  @Path("login-policies")
  public LoginPoliciesResource loginPolicies() {
    return new LoginPoliciesResource(call);
  }

  @Path("access-changes")
  public AccessChangesResource accessChanges() {
    return new AccessChangesResource(call);
  }

  @Path("client-address")
  public ClientAddressResource clientAddress() {
    return new ClientAddressResource(call);
  }

  @Path("what-if")
  public WhatIfResource whatIf() {
    return new WhatIfResource(call);
  }

  @Path("replay")
  public ReplayResource replay() {
    return new ReplayResource(call);
  }

  @Path("refusals")
  public RefusalsResource refusals() {
    return new RefusalsResource(call);
  }
}
