package org.sekisho.federation.application;

import java.util.Arrays;
import java.util.Optional;

/** Where the value of a NameID comes from. */
enum NameIdSource implements Word {
  USER_ID("userId", "username"),
  EMAIL("email", "email"),
  IMMUTABLE_ID("immutableId", "immutableId"),
  /** Made by Keycloak: at random for this application, or anew for each sign-in. */
  GENERATED("generated", null);

  private final String word;

  /** Attribute of the user; null where there is none. */
  final String userAttribute;

  NameIdSource(String word, String userAttribute) {
    this.word = word;
    this.userAttribute = userAttribute;
  }

  @Override
  public String word() {
    return word;
  }

  static Optional<NameIdSource> ofUserAttribute(String attribute) {
    return Arrays.stream(values())
        .filter(source -> source.userAttribute != null && source.userAttribute.equals(attribute))
        .findFirst();
  }
}
