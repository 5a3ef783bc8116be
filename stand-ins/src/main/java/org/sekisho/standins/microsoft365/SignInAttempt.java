package org.sekisho.standins.microsoft365;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.standins.web.RandomId;

/**
 * A request that was sent to an identity provider and waits for its response.
 *
 * @param browser the browser that the request was sent through
 * @param mfaAsked whether it was sent because the response before it proved no second factor
 * @param notFresherThan the sign-in time that was too old, if a fresh sign-in was asked for because
 *     of it
 */
record SignInAttempt(
    String id,
    String browser,
    String userPrincipalName,
    RequestVariant variant,
    String relayState,
    boolean mfaAsked,
    Optional<Instant> notFresherThan) {

  static SignInAttempt first(
      String browser, String user, RequestVariant variant, String relayState) {
    return new SignInAttempt(newId(), browser, user, variant, relayState, false, Optional.empty());
  }

  SignInAttempt againForMfa() {
    return new SignInAttempt(
        newId(), browser, userPrincipalName, RequestVariant.MFA, relayState, true, notFresherThan);
  }

  SignInAttempt againFresh(Instant tooOld) {
    return new SignInAttempt(
        newId(),
        browser,
        userPrincipalName,
        RequestVariant.FORCE_AUTHN,
        relayState,
        mfaAsked,
        Optional.of(tooOld));
  }

  /** An XML ID must not begin with a digit. */
  private static String newId() {
    return "_" + RandomId.hex();
  }
}
