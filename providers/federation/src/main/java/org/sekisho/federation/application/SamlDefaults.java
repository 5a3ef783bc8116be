package org.sekisho.federation.application;

/**
 * What an application of the catalogue gets where nobody says anything.
 *
 * @param nameIdFormat of its NameID
 */
record SamlDefaults(NameIdFormat nameIdFormat) {

  /** A persistent NameID is generated: it survives a change of the user ID. */
  NameIdSource sourceFor(NameIdFormat format) {
    return switch (format) {
      case EMAIL_ADDRESS -> NameIdSource.EMAIL;
      case UNSPECIFIED -> NameIdSource.USER_ID;
      case PERSISTENT, TRANSIENT -> NameIdSource.GENERATED;
    };
  }
}
