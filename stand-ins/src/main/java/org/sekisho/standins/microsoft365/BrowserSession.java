package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.sekisho.standins.web.Json;

/**
 * A user who is signed in.
 *
 * @param ownMfa whether Microsoft would now ask for a second factor of its own
 */
record BrowserSession(
    String id,
    String domain,
    String userPrincipalName,
    boolean mfa,
    boolean ownMfa,
    Optional<String> classRef,
    Instant authnInstant,
    String issuer,
    String nameId,
    String sessionIndex) {

  static ObjectNode describe(Optional<BrowserSession> found) {
    ObjectNode json = Json.newObject();
    json.put("signedIn", found.isPresent());
    found.ifPresent(session -> session.describeTo(json));
    return json;
  }

  private void describeTo(ObjectNode json) {
    json.put("userPrincipalName", userPrincipalName);
    json.put("mfa", mfa);
    json.put("ownMfa", ownMfa);
    json.put("authnContextClassRef", classRef.orElse(null));
    json.put("authnInstant", authnInstant.toString());
    json.put("issuer", issuer);
    json.put("nameId", nameId);
    json.put("sessionIndex", sessionIndex);
  }

  /** Whether a sign-out of this subject, and of this session if one is named, means this one. */
  boolean isMeantBy(String otherIssuer, String otherNameId, Optional<String> otherSessionIndex) {
    return issuer.equals(otherIssuer)
        && nameId.equals(otherNameId)
        && otherSessionIndex.map(sessionIndex::equals).orElse(true);
  }
}
