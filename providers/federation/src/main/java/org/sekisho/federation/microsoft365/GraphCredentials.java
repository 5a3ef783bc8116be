package org.sekisho.federation.microsoft365;

/**
 * With what a directory is asked for tokens.
 *
 * @param directoryId the directory (tenant) at Microsoft
 * @param clientId the application
 * @param clientSecret its secret; from the vault or the server's configuration, never from a realm
 */
record GraphCredentials(String directoryId, String clientId, String clientSecret) {

  /** Names no secret. */
  @Override
  public String toString() {
    return "GraphCredentials[" + directoryId + ", " + clientId + "]";
  }
}
