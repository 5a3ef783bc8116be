package org.sekisho.federation.application;

/** What is signed of an answer. Something always is. */
enum Signed implements Word {
  ASSERTION("assertion", true, false),
  RESPONSE("response", false, true),
  BOTH("both", true, true);

  private final String word;
  final boolean assertion;
  final boolean response;

  Signed(String word, boolean assertion, boolean response) {
    this.word = word;
    this.assertion = assertion;
    this.response = response;
  }

  @Override
  public String word() {
    return word;
  }

  static Signed of(boolean assertion, boolean response) {
    if (assertion && response) {
      return BOTH;
    }
    return response ? RESPONSE : ASSERTION;
  }
}
