package org.sekisho.standins.microsoft365;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.Response;

/** What is known about one submission. The rules fill it in the order of their numbers. */
final class Evidence {
  private final Submission submission;
  private final Settings settings;
  private final RelyingParty party;
  private final List<String> warnings = new ArrayList<>();

  private byte[] xml = new byte[0];
  private Response response;
  private Assertion assertion;
  private SignInAttempt attempt;
  private SignInAttempt nextAttempt;
  private boolean shapeSound;
  private boolean keySound;
  private boolean ownMfa;

  Evidence(Submission submission, Settings settings, RelyingParty party) {
    this.submission = submission;
    this.settings = settings;
    this.party = party;
  }

  Submission submission() {
    return submission;
  }

  Settings settings() {
    return settings;
  }

  RelyingParty party() {
    return party;
  }

  Instant now() {
    return submission.receivedAt();
  }

  byte[] xml() {
    return xml;
  }

  void foundXml(byte[] decoded) {
    xml = decoded;
  }

  Optional<Response> response() {
    return Optional.ofNullable(response);
  }

  /** Also looks up the request that the response says it answers. */
  void foundResponse(Response found) {
    response = found;
    if (found.getInResponseTo() != null) {
      attempt = party.waiting().get(found.getInResponseTo()).orElse(null);
    }
  }

  Optional<Assertion> assertion() {
    return Optional.ofNullable(assertion);
  }

  void foundAssertion(Assertion only) {
    assertion = only;
  }

  Optional<SignInAttempt> attempt() {
    return Optional.ofNullable(attempt);
  }

  void foundSoundShape() {
    shapeSound = true;
  }

  boolean shapeIsSound() {
    return shapeSound;
  }

  void foundSoundKey() {
    keySound = true;
  }

  /** Whether the assertion is really the identity provider's, so that it may use up a request. */
  boolean signatureIsProven() {
    return shapeSound && keySound;
  }

  Optional<FederatedDomain> domain() {
    return assertion().map(SamlText::issuer).flatMap(party.domains()::byIssuer);
  }

  Optional<String> nameId() {
    return assertion().flatMap(SamlText::nameId);
  }

  Optional<DirectoryUser> user() {
    return nameId().flatMap(party.users()::byImmutableId);
  }

  Optional<AuthnStatement> statement() {
    return assertion()
        .map(Assertion::getAuthnStatements)
        .filter(all -> !all.isEmpty())
        .map(all -> all.get(0));
  }

  Optional<String> classRef() {
    return statement().flatMap(SamlText::classRef);
  }

  /** Only the authentication context counts. Attributes never do. */
  boolean mfa() {
    return classRef().filter(Microsoft.MULTIPLE_AUTHN::equals).isPresent();
  }

  void askAgain(SignInAttempt next) {
    nextAttempt = next;
  }

  Optional<SignInAttempt> nextAttempt() {
    return Optional.ofNullable(nextAttempt);
  }

  void needsOwnMfa() {
    ownMfa = true;
  }

  boolean ownMfa() {
    return ownMfa;
  }

  void warn(String text) {
    warnings.add(text);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
