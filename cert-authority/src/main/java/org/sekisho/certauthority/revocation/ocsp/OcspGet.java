package org.sekisho.certauthority.revocation.ocsp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The request in the path of a GET (RFC 6960 appendix A.1, RFC 5019 section 5). */
final class OcspGet {

  /** Characters; four thirds of the longest request, each of them percent-encoded. */
  private static final int LONGEST = OcspRequestReader.LONGEST * 4;

  private OcspGet() {}

  /**
   * Takes base64 and base64url, with and without padding, percent-encoded or not; empty for others.
   *
   * @param path what follows the responder's address and its slash, not decoded
   */
  static Optional<byte[]> decode(String path) {
    if (path.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      // A plus sign is one here; the decoder for forms would take it for a space.
      String text =
          URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.US_ASCII)
              .replace('-', '+')
              .replace('_', '/');
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
