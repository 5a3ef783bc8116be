package org.sekisho.federation.microsoft365;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Passwords for the way back: given once, in the kit, and kept nowhere. */
final class TemporaryPasswords {

  /**
   * Without characters that people take for one another; Microsoft asks for three kinds of four.
   */
  private static final List<String> KINDS =
      List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789", "-+=.#%");

  private static final int LENGTH = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private TemporaryPasswords() {}

  /** One for each user: 20 characters of all four kinds, more than 100 bits. */
  static Map<String, String> of(List<TenantUser> users) {
    Map<String, String> passwords = new LinkedHashMap<>();
    users.stream()
        .filter(TenantUser::enabled)
        .forEach(user -> passwords.put(user.userId(), next()));
    return passwords;
  }

  static String next() {
    String all = String.join("", KINDS);
    while (true) {
      StringBuilder password = new StringBuilder();
      for (int i = 0; i < LENGTH; i++) {
        password.append(all.charAt(RANDOM.nextInt(all.length())));
      }
      String made = password.toString();
      // Drawn again until all kinds are in it: so every such password is as likely as any other.
      if (KINDS.stream().allMatch(kind -> made.chars().anyMatch(c -> kind.indexOf(c) >= 0))) {
        return made;
      }
    }
  }
}
