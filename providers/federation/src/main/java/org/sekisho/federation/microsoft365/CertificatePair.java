package org.sekisho.federation.microsoft365;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The certificates that Microsoft trusts for a domain, base64 of DER.
 *
 * @param next null for none
 */
record CertificatePair(String current, String next) {

  boolean trusts(String certificate) {
    return all().contains(certificate);
  }

  Set<String> all() {
    return Stream.of(current, next)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }
}
