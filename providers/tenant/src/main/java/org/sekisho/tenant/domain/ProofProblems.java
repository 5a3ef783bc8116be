package org.sekisho.tenant.domain;

import java.time.Duration;
import java.util.Optional;
import org.sekisho.core.Problem;

/** Why a proof is not completed. */
final class ProofProblems {

  private static final String TITLE = "Domain not proven";

  private ProofProblems() {}

  /** Empty where the record is there. */
  static Optional<Problem> of(ProofRecord.Sighting sighting, ProofRecord wanted) {
    return switch (sighting) {
      case PUBLISHED -> Optional.empty();
      case MISSING ->
          Optional.of(
              Problem.of(
                  "proof-missing",
                  409,
                  TITLE,
                  "The DNS has no such record at %s yet.".formatted(wanted.name())));
      case DIFFERENT ->
          Optional.of(
              Problem.of(
                  "proof-differs",
                  409,
                  TITLE,
                  "The record at %s has another value.".formatted(wanted.name())));
      case UNANSWERED ->
          Optional.of(
              Problem.of(
                  "dns-unavailable", 503, TITLE, "The DNS did not answer clearly. Try again."));
    };
  }

  static Problem unknown() {
    return Problem.of("domain-unknown", 404, TITLE, "No proof of this domain was begun.");
  }

  static Problem expired() {
    return Problem.of("proof-expired", 409, TITLE, "Begin anew; the record gets another value.");
  }

  static Problem tooSoon(Duration between) {
    return Problem.of("check-too-soon", 429, TITLE, "Wait between two checks of one domain.")
        .with("seconds", between.toSeconds());
  }

  /** Without saying who has it. */
  static Problem taken() {
    return Problem.of("domain-taken", 409, TITLE, "The domain belongs to another tenant.");
  }
}
