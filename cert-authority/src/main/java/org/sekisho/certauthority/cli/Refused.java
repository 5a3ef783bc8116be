package org.sekisho.certauthority.cli;

/** The command refuses and has changed nothing; the key names its text. */
final class Refused extends Exception {

  private final String key;
  private final transient Object[] values;

  Refused(String key, Object... values) {
    super(key);
    this.key = key;
    this.values = values.clone();
  }

  String text(Words words) {
    return words.text(key, values);
  }
}
