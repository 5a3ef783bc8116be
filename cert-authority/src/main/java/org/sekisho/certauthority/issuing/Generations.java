package org.sekisho.certauthority.issuing;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sekisho.certauthority.Generation;

/**
 * Which of a tenant's issuing CAs does what at a moment. New leaves come from the newest; all that
 * are valid are trusted, so that leaves of the one before live on until they end.
 */
public final class Generations {

  /** How long before a generation could no longer give a full life its successor is due. */
  public static final Duration LEAD = Duration.ofDays(180);

  private final TreeMap<Generation, X509Certificate> certificates;

  /** Takes the certificates that were imported; a retired generation is left out by the caller. */
  public Generations(Map<Generation, X509Certificate> imported) {
    certificates = new TreeMap<>(Comparator.comparingInt(Generation::number));
    certificates.putAll(imported);
  }

  /** The newest that is valid; empty where none is. */
  public Optional<Generation> issuing(Instant now) {
    return certificates.descendingMap().entrySet().stream()
        .filter(entry -> isValid(entry.getValue(), now))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The certificates to trust and to hint at in a handshake, newest first. */
  public List<X509Certificate> trusted(Instant now) {
    return certificates.descendingMap().values().stream()
        .filter(certificate -> isValid(certificate, now))
        .toList();
  }

  /**
   * True where a request for the next generation should go to the root: there is none, or the
   * newest ends before a leaf of the longest life, asked for 180 days from now, would.
   *
   * @param longestLife of the tenant's leaves
   */
  public boolean needsSuccessor(Duration longestLife, Instant now) {
    return certificates.isEmpty()
        || certificates
            .lastEntry()
            .getValue()
            .getNotAfter()
            .toInstant()
            .isBefore(now.plus(LEAD).plus(longestLife));
  }

  private static boolean isValid(X509Certificate certificate, Instant now) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && !now.isAfter(certificate.getNotAfter().toInstant());
  }
}
