package org.sekisho.federation.microsoft365;

import java.util.Locale;

/**
 * A user as the directory has it.
 *
 * @param immutableId {@code onPremisesImmutableId}; null where there is none
 */
record DirectoryUser(String userPrincipalName, String immutableId, boolean enabled) {

  /** The domain of the principal name in lower case; empty where there is none. */
  String domain() {
    return userPrincipalName
        .substring(userPrincipalName.lastIndexOf('@') + 1)
        .toLowerCase(Locale.ROOT);
  }
}
