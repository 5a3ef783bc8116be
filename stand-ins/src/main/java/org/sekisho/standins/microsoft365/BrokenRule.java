package org.sekisho.standins.microsoft365;

/**
 * A message does not keep a rule. The text says which part, and never repeats what the message
 * held.
 */
final class BrokenRule extends Exception {
  BrokenRule(String text) {
    super(text);
  }

  static void unless(boolean kept, String text) throws BrokenRule {
    if (!kept) {
      throw new BrokenRule(text);
    }
  }
}
