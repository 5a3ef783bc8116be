package org.sekisho.loginhistory.event;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.EventType;
import org.sekisho.core.ReferenceNumber;
import org.sekisho.loginhistory.record.RecordKind;

/**
 * Tells which record an event of Keycloak makes. Pure.
 *
 * @param failedFactor for a failed attempt: the factor that failed; null where none did
 * @param reason stable code, see {@code docs/login-history.md}
 */
record Classification(RecordKind kind, String failedFactor, String reason) {

  /** Keycloak's own clients and ours that are the portal: who signs off there is the user. */
  private static final Set<String> PORTAL = Set.of("main-menu", "account-console", "account");

  private static final Set<EventType> USES_OF_A_SESSION =
      Set.of(
          EventType.CODE_TO_TOKEN_ERROR,
          EventType.REFRESH_TOKEN_ERROR,
          EventType.USER_INFO_REQUEST_ERROR,
          EventType.TOKEN_EXCHANGE_ERROR,
          EventType.INTROSPECT_TOKEN_ERROR);

  /** Errors of a sign-in that tell of the person and not of the browser or the application. */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("user_not_found", "unknown_user"),
          Map.entry("foreign_domain", "foreign_domain"),
          Map.entry("user_temporarily_disabled", "locked"),
          Map.entry("user_disabled", "disabled"),
          Map.entry("sms_code_tries_used_up", "code_used_up"),
          Map.entry("expired_code", "code_expired"),
          Map.entry("sms_code_not_sent", "code_expired"),
          Map.entry("sms_send_failed", "code_not_sent"),
          Map.entry("device_certificate_missing", "device_missing"),
          Map.entry("device_certificate_foreign", "device_foreign"),
          Map.entry("device_certificate_expired", "device_expired"),
          Map.entry("device_certificate_revoked", "device_revoked"),
          Map.entry("device_of_other_user", "device_of_other_user"),
          Map.entry("device_on_other_platform", "device_on_other_platform"),
          Map.entry("device_check_stale", "device_not_checked"),
          Map.entry("device_certificates_off", "device_not_checked"));

  static Optional<Classification> of(Happening happening) {
    return switch (happening.type()) {
      case LOGIN -> Optional.of(new Classification(RecordKind.SIGN_IN, null, null));
      case LOGOUT ->
          Optional.of(
              new Classification(RecordKind.SIGN_OFF, null, whoSignedOff(happening.clientId())));
      case LOGIN_ERROR -> failure(happening);
      case LOGOUT_ERROR -> refusal(happening);
      case UPDATE_CREDENTIAL_ERROR -> warning(happening);
      default ->
          USES_OF_A_SESSION.contains(happening.type()) ? refusal(happening) : Optional.empty();
    };
  }

  static boolean isPortal(String clientId) {
    return clientId == null || PORTAL.contains(clientId);
  }

  private static String whoSignedOff(String clientId) {
    return isPortal(clientId) ? "by_user" : "by_application";
  }

  private static Optional<Classification> failure(Happening happening) {
    String error = String.valueOf(happening.error());
    String reason = REASONS.get(error);
    if (reason != null) {
      return attempt(factorOf(reason), reason);
    }
    Optional<Classification> refusal = refusal(happening);
    if (refusal.isEmpty() && error.equals("invalid_user_credentials")) {
      String factor = happening.factorAsked() == null ? "PASSWORD" : happening.factorAsked();
      return attempt(factor, factor.equals("PASSWORD") ? "wrong_password" : "wrong_code");
    }
    return refusal;
  }

  private static String factorOf(String reason) {
    if (reason.startsWith("device_")) {
      return "DEVICE_CERTIFICATE";
    }
    return reason.startsWith("code_") ? "SMS" : null;
  }

  private static Optional<Classification> attempt(String factor, String reason) {
    return Optional.of(new Classification(RecordKind.FAILED_ATTEMPT, factor, reason));
  }

  /** A credential that is used as it should not be; other errors of credentials have no number. */
  private static Optional<Classification> warning(Happening happening) {
    return refusal(happening).map(is -> new Classification(RecordKind.WARNING, null, is.reason()));
  }

  /** Each refusal of ours has a reference number; of failed attempts, those with a device have. */
  private static Optional<Classification> refusal(Happening happening) {
    return happening.detail(ReferenceNumber.EVENT_DETAIL) == null
        ? Optional.empty()
        : Optional.of(
            new Classification(RecordKind.REFUSAL, null, String.valueOf(happening.error())));
  }
}
