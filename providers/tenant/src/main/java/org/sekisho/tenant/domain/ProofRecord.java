package org.sekisho.tenant.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.sekisho.core.DomainName;

/**
 * The TXT record by which a tenant shows that a domain is its own. Pure.
 *
 * @param token 256 random bits of this tenant and this domain, as 64 hexadecimal digits
 */
record ProofRecord(DomainName domain, String token) {

  /** With {@code _sekisho.} before it a name must still fit into the DNS (RFC 1035 §2.3.4). */
  static final int LONGEST_DOMAIN = 253 - "_sekisho.".length();

  private static final String KEY = "sekisho-verify=";
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a look at the DNS has shown. */
  enum Sighting {
    PUBLISHED,
    /** There is a record of this kind, but with another token. */
    DIFFERENT,
    MISSING,
    /** The DNS could not be asked: nothing is known. */
    UNANSWERED
  }

  static String newToken() {
    byte[] random = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  String name() {
    return "_sekisho." + domain;
  }

  String value() {
    return KEY + token;
  }

  Sighting lookedUpWith(DnsResolver resolver) {
    try {
      return seenIn(resolver.texts(name()));
    } catch (DnsUnavailableException unavailable) {
      return Sighting.UNANSWERED;
    }
  }

  Sighting seenIn(List<String> texts) {
    boolean published = false;
    boolean different = false;
    for (String text : texts) {
      published |= isValue(text.trim());
      different |= text.trim().startsWith(KEY);
    }
    if (published) {
      return Sighting.PUBLISHED;
    }
    return different ? Sighting.DIFFERENT : Sighting.MISSING;
  }

  /** In constant time, so that nobody finds the token by trying records and measuring. */
  private boolean isValue(String text) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.UTF_8), value().getBytes(StandardCharsets.UTF_8));
  }
}
