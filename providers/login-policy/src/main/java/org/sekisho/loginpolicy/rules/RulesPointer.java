package org.sekisho.loginpolicy.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rules are in force, as a realm attribute tells. A change that waits for its confirmation
 * carries its end in it: once that has passed, every node goes back by itself, and no job, no node
 * that lives and no message is needed for it. Pure.
 *
 * @param id the rules in force
 * @param confirmBy when they end unless they are confirmed, in milliseconds since the epoch; null
 *     where they are confirmed
 * @param base the confirmed rules before them; null where {@code id} is confirmed itself
 */
public record RulesPointer(String id, Long confirmBy, String base) {

  /** Realm attribute. */
  public static final String ATTRIBUTE = "sekisho.access-rules";

  /** The provider's baseline, which is no row in the database. */
  public static final String BASELINE = "baseline";

  private static final Pattern TEXT =
      Pattern.compile("([0-9a-z-]{1,36})(?:;([0-9]{1,15});([0-9a-z-]{1,36}))?");

  public static RulesPointer confirmed(String id) {
    return new RulesPointer(id, null, null);
  }

  /** Empty where the text is missing or unreadable: then nobody gets in. */
  public static Optional<RulesPointer> parse(String text) {
    Matcher parts = TEXT.matcher(text == null ? "" : text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        parts.group(2) == null
            ? confirmed(parts.group(1))
            : new RulesPointer(parts.group(1), Long.valueOf(parts.group(2)), parts.group(3)));
  }

  /** The rules in force at a time. */
  public String at(long millis) {
    return isPending(millis) || confirmBy == null ? id : base;
  }

  /** Whether a change waits for its confirmation. */
  public boolean isPending(long millis) {
    return confirmBy != null && millis < confirmBy;
  }

  /** Whether the time to confirm has passed and the way back has not been recorded yet. */
  public boolean isOverdue(long millis) {
    return confirmBy != null && millis >= confirmBy;
  }

  /** The rules that were confirmed last. */
  public String confirmedId() {
    return confirmBy == null ? id : base;
  }

  @Override
  public String toString() {
    return confirmBy == null ? id : id + ";" + confirmBy + ";" + base;
  }
}
