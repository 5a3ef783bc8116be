package org.sekisho.standins.microsoft365;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A judge with one domain and two users, and one request that waits for a response. */
final class Courtroom {
  static final SigningKey KEY = SigningKey.make("idp");
  static final SigningKey FOREIGN_KEY = SigningKey.make("foreign");
  static final String BROWSER = "0".repeat(32);

  final Domains domains = new Domains();
  final Users users = new Users();
  final RelyingParty party = RelyingParty.at("http://localhost:8182", domains, users);
  final Judge judge = new Judge(party);
  SignInAttempt attempt = newAttempt();
  Settings settings = Settings.USUAL;
  Optional<String> relayState = Optional.of(attempt.relayState());

  Courtroom() {
    federate(MfaBehavior.ACCEPT);
    users.add(user("hanako", SampleResponse.IMMUTABLE_ID));
    users.add(user("taro", "fedcba9876543210fedcba9876543210"));
  }

  static DirectoryUser user(String name, String immutableId) {
    return new DirectoryUser(
        name, true, name, name, name + "@example.co.jp", Optional.of(immutableId));
  }

  void federate(MfaBehavior behavior) {
    domains.put(domain("example.co.jp", SampleResponse.ISSUER, KEY, behavior));
  }

  static FederatedDomain domain(String name, String issuer, SigningKey key, MfaBehavior behavior) {
    return new FederatedDomain(
        name,
        name,
        Optional.empty(),
        issuer,
        "https://idp.example/sso",
        Optional.empty(),
        Optional.of("https://idp.example/slo"),
        key.certificate(),
        Optional.empty(),
        behavior);
  }

  SignInAttempt newAttempt() {
    SignInAttempt made =
        SignInAttempt.first(BROWSER, SampleResponse.USER, RequestVariant.PLAIN, "state+/=&");
    party.waiting().put(made.id(), made);
    return made;
  }

  void documentedOnly() {
    settings = new Settings(false, Duration.ofSeconds(30), Optional.empty(), false);
  }

  String sample() {
    return SampleResponse.to(attempt, party.assertionConsumer());
  }

  /** Changes the sample, signs the assertion and submits it. */
  Verdict judged(UnaryOperator<String> change) {
    String changed = change.apply(sample());
    if (changed.equals(sample())) {
      throw new IllegalStateException("the change changed nothing");
    }
    return submit(ResponseSigner.with(KEY).signAssertion(changed));
  }

  Verdict submit(String xml) {
    return submitEncoded(
        Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)), true);
  }

  Verdict submitEncoded(String field, boolean byPost) {
    return judge.judge(
        new Submission(byPost, Optional.of(field), relayState, BROWSER, Instant.now()), settings);
  }

  static List<String> broken(Verdict verdict) {
    return verdict.failures().stream()
        .map(failure -> failure.rule().number() + " " + failure.rule().error())
        .toList();
  }
}
