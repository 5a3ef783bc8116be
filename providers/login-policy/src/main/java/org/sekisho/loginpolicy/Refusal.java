package org.sekisho.loginpolicy;

import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.EventBuilder;
import org.sekisho.core.ReferenceNumber;
import org.sekisho.loginpolicy.decision.Decision;
import org.sekisho.loginpolicy.decision.Decision.Reason;

/**
 * Turns somebody away: a page with a reference number for the person, and an event with the rule
 * and what it saw for the administrator who is asked about it.
 */
public final class Refusal {

  public static final String POLICY_DETAIL = "sekisho_policy";
  public static final String ZONE_DETAIL = "sekisho_zone";
  public static final String REASON_DETAIL = "sekisho_reason";

  private Refusal() {}

  /** Ends a sign-in. */
  static void end(AuthenticationFlowContext context, Decision decision) {
    Reason reason = decision.reason().orElse(Reason.FACTORS_MISSING);
    EventBuilder event = context.getEvent();
    if (context.getUser() != null) {
      event.user(context.getUser());
    }
    ReferenceNumber reference = record(event, decision);
    Response page =
        context
            .form()
            .setAttribute("refused", true)
            .setError(messageKey(reason), reference.value())
            .createErrorPage(Response.Status.FORBIDDEN);
    context.failure(AuthenticationFlowError.ACCESS_DENIED, page);
  }

  /** Sends the event of a refusal. */
  public static ReferenceNumber record(EventBuilder event, Decision decision) {
    Reason reason = decision.reason().orElse(Reason.FACTORS_MISSING);
    ReferenceNumber reference = ReferenceNumber.next();
    event.detail(ReferenceNumber.EVENT_DETAIL, reference.value());
    event.detail(REASON_DETAIL, reason.name());
    decision.policy().ifPresent(policy -> event.detail(POLICY_DETAIL, policy));
    decision.zone().ifPresent(zone -> event.detail(ZONE_DETAIL, zone.name()));
    event.error(reason.name().toLowerCase(Locale.ROOT));
    return reference;
  }

  private static String messageKey(Reason reason) {
    return switch (reason) {
      case ADDRESS_REFUSED -> "sekishoAddressRefused";
      case ADDRESS_UNKNOWN -> "sekishoAddressUnknown";
      case NO_POLICY, RULES_UNREADABLE -> "sekishoRulesUnreadable";
      case FACTOR_NOT_SET_UP -> "sekishoFactorNotSetUp";
      case FACTORS_MISSING -> "sekishoFactorsMissing";
      case NOT_ASSIGNED -> "sekishoNotAssigned";
    };
  }
}
