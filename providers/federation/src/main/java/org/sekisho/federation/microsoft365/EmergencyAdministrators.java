package org.sekisho.federation.microsoft365;

import java.util.List;

/**
 * Who can still get in at Microsoft when nobody can sign in here. Pure.
 *
 * @param userPrincipalNames of enabled global administrators in the directory's initial domain,
 *     which Microsoft lets nobody federate
 */
record EmergencyAdministrators(List<String> userPrincipalNames) {

  static final int FEWEST = 2;

  private static final String INITIAL_DOMAIN = ".onmicrosoft.com";

  static EmergencyAdministrators among(List<DirectoryUser> globalAdministrators) {
    return new EmergencyAdministrators(
        globalAdministrators.stream()
            .filter(DirectoryUser::enabled)
            .filter(user -> user.domain().endsWith(INITIAL_DOMAIN))
            .map(DirectoryUser::userPrincipalName)
            .sorted()
            .toList());
  }

  boolean areEnough() {
    return userPrincipalNames.size() >= FEWEST;
  }
}
