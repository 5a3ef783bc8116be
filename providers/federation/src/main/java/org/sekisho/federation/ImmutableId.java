package org.sekisho.federation;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The value by which Microsoft 365 knows a user for good ({@code onPremisesImmutableId}): the
 * persistent NameID of the assertion. It survives a change of the user ID.
 */
public record ImmutableId(String value) {

  /** User attribute that holds it; administrators may write it, users never. */
  public static final String ATTRIBUTE = "immutableId";

  /**
   * Imported values may be of any older kind, base64 of a directory's objectGUID included.
   * Microsoft refuses {@code $}, {@code _} and spaces and allows 64 characters.
   */
  private static final Pattern IMPORTABLE = Pattern.compile("[A-Za-z0-9+/=.@-]{1,64}");

  public ImmutableId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an immutable ID");
    }
  }

  /** A new one: 32 hexadecimal characters, of one case because nobody knows whether case counts. */
  public static ImmutableId next() {
    return new ImmutableId(UUID.randomUUID().toString().replace("-", ""));
  }

  public static boolean isValid(String value) {
    return value != null && IMPORTABLE.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
