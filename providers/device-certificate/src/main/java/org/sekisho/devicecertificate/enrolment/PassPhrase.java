package org.sekisho.devicecertificate.enrolment;

import java.security.SecureRandom;

/** What opens a file: 20 signs with 100 random bits, in groups of five. Pure but for chance. */
final class PassPhrase {

  /** Without signs that are mistaken for one another, as the enrolment page has them. */
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LENGTH = 20;
  private static final int GROUP = 5;

  private PassPhrase() {}

  static String next() {
    StringBuilder phrase = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        phrase.append('-');
      }
      phrase.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return phrase.toString();
  }
}
