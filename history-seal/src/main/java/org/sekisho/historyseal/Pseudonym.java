package org.sekisho.historyseal;

import java.util.UUID;
import java.util.regex.Pattern;

/** What stands for a user who was deleted. No user ID has this form: it has no domain. */
public final class Pseudonym {

  private static final Pattern FORM =
      Pattern.compile("deleted-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private Pseudonym() {}

  public static String next() {
    return "deleted-" + UUID.randomUUID();
  }

  static boolean is(String name) {
    return FORM.matcher(name).matches();
  }
}
