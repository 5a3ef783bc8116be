package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.sekisho.standins.web.Json;

/**
 * A verdict for tests to read: what was found and which rules were not kept, but never the message
 * itself.
 */
final class VerdictJson {
  private VerdictJson() {}

  static ObjectNode write(Verdict verdict) {
    Evidence evidence = verdict.evidence();
    ObjectNode json = Json.newObject();
    json.put("accepted", verdict.accepted());
    json.put("next", next(verdict));
    json.put("error", verdict.error().orElse(null));
    verdict.failures().forEach(failure -> add(json.withArrayProperty("failures"), failure));
    json.withArrayProperty("failures");
    ArrayNode warnings = json.putArray("warnings");
    evidence.warnings().forEach(warnings::add);
    json.put("requestId", evidence.attempt().map(SignInAttempt::id).orElse(null));
    json.put("user", evidence.attempt().map(SignInAttempt::userPrincipalName).orElse(null));
    json.put("relayStateEqual", ConfirmationRules.relayStateIsEqual(evidence));
    json.put("mfa", evidence.mfa());
    json.put("ownMfa", evidence.ownMfa());
    json.put("receivedAt", evidence.now().toString());
    putAssertion(json, evidence);
    return json;
  }

  private static String next(Verdict verdict) {
    if (verdict.accepted()) {
      return "signed-in";
    }
    return verdict.nextAttempt().isPresent() ? "asked-again" : "refused";
  }

  private static void add(ArrayNode failures, Verdict.Failure failure) {
    failures
        .addObject()
        .put("rule", failure.rule().number())
        .put("severity", failure.rule().severity().name().toLowerCase(Locale.ROOT))
        .put("error", failure.rule().error())
        .put("text", failure.text());
  }

  private static void putAssertion(ObjectNode json, Evidence evidence) {
    json.put("issuer", evidence.assertion().map(SamlText::issuer).orElse(null));
    json.put("nameId", evidence.nameId().orElse(null));
    json.put("idpEmail", IdentityRules.emailOf(evidence).orElse(null));
    json.put("classRef", evidence.classRef().orElse(null));
    json.put(
        "authnInstant",
        evidence
            .statement()
            .map(AuthnStatement::getAuthnInstant)
            .map(Object::toString)
            .orElse(null));
    json.put(
        "sessionNotOnOrAfter",
        evidence
            .statement()
            .map(AuthnStatement::getSessionNotOnOrAfter)
            .map(Object::toString)
            .orElse(null));
    ArrayNode names = json.putArray("attributes");
    attributes(evidence).forEach(attribute -> names.add(attribute.getName()));
  }

  private static List<Attribute> attributes(Evidence evidence) {
    return evidence
        .assertion()
        .map((Assertion found) -> SamlText.attributes(found))
        .orElse(List.of());
  }
}
