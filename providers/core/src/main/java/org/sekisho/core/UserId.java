package org.sekisho.core;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ID a user signs in with, such as {@code taro@12345678.insurance-agt.ne.jp}.
 *
 * <p>The local part has 1 to 64 of the characters that Microsoft Graph allows in a
 * userPrincipalName, so that every user can be provisioned to Microsoft 365. Case does not count.
 */
public record UserId(String localPart, DomainName domain) {

  private static final int MAX_INPUT = 400;
  private static final Pattern LOCAL_PART = Pattern.compile("[a-z0-9'._!#^~-]{1,64}");

  public UserId {
    if (!LOCAL_PART.matcher(localPart).matches()) {
      throw new IllegalArgumentException("not a canonical user ID");
    }
  }

  /**
   * Reads what a person typed: surrounding space is dropped and full-width characters, which a
   * Japanese input method easily leaves behind, become ASCII (NFKC). Empty where it is no user ID.
   */
  public static Optional<UserId> parse(String typed) {
    if (typed == null || typed.length() > MAX_INPUT) {
      return Optional.empty();
    }
    String canonical =
        Normalizer.normalize(typed, Normalizer.Form.NFKC).trim().toLowerCase(Locale.ROOT);
    int at = canonical.indexOf('@');
    if (at < 0 || !LOCAL_PART.matcher(canonical.substring(0, at)).matches()) {
      return Optional.empty();
    }
    return DomainName.parse(canonical.substring(at + 1))
        .map(domain -> new UserId(canonical.substring(0, at), domain));
  }

  @Override
  public String toString() {
    return localPart + "@" + domain;
  }
}
