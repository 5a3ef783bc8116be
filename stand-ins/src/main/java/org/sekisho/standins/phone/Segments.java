package org.sekisho.standins.phone;

/** How many short messages a text takes (3GPP TS 23.038 and 23.040). */
final class Segments {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** These take two places. */
  private static final String EXTENDED = "\f^{}\\[~]|€";

  private Segments() {}

  static int of(String body) {
    int septets = septets(body);
    return septets >= 0 ? count(septets, 160, 153) : count(body.length(), 70, 67);
  }

  /** Places in the 7-bit alphabet, or -1 if a character has none in it. */
  private static int septets(String body) {
    int septets = 0;
    for (int i = 0; i < body.length(); i++) {
      char character = body.charAt(i);
      if (BASIC.indexOf(character) >= 0) {
        septets++;
      } else if (EXTENDED.indexOf(character) >= 0) {
        septets += 2;
      } else {
        return -1;
      }
    }
    return septets;
  }

  private static int count(int length, int alone, int joined) {
    return length <= alone ? 1 : (length + joined - 1) / joined;
  }
}
