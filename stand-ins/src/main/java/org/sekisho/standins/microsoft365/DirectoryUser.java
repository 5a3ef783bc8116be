package org.sekisho.standins.microsoft365;

import java.util.Optional;

/** A user of the directory. */
record DirectoryUser(
    String id,
    boolean accountEnabled,
    String displayName,
    String mailNickname,
    String userPrincipalName,
    Optional<String> onPremisesImmutableId) {

  DirectoryUser enabled(boolean enabled) {
    return new DirectoryUser(
        id, enabled, displayName, mailNickname, userPrincipalName, onPremisesImmutableId);
  }
}
