package org.sekisho.passwordpolicy;

/** The rules of a password, in the order in which an error message names them. */
enum PasswordRule {
  TOO_SHORT,
  TOO_LONG,
  NO_UPPER_CASE,
  NO_LOWER_CASE,
  NO_DIGIT,
  NO_SYMBOL,
  FORBIDDEN_CHARACTER,
  CONTAINS_OWN_NAME,
  COMMON
}
