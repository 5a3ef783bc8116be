package org.sekisho.certauthority.revocation.crl;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sekisho.certauthority.revocation.RevokedCertificate;

/** Which revoked certificates the next list names. */
public final class ListedEntries {

  private ListedEntries() {}

  /**
   * All but those that an earlier list has named after they had expired: an entry may leave only
   * once it stood on a list issued beyond the certificate's life (RFC 5280 section 3.3).
   *
   * @param previous when the last list was issued; empty where this is the first
   */
  public static List<RevokedCertificate> forNext(
      List<RevokedCertificate> revoked, Optional<Instant> previous) {
    return revoked.stream().filter(entry -> !mayLeave(entry, previous)).toList();
  }

  private static boolean mayLeave(RevokedCertificate entry, Optional<Instant> previous) {
    return previous
        .filter(issued -> issued.isAfter(entry.notAfter()) && issued.isAfter(entry.revokedAt()))
        .isPresent();
  }
}
