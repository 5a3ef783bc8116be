package org.sekisho.federation.microsoft365;

/**
 * A domain as the directory has it.
 *
 * @param verified whether the directory's owner has proven it to Microsoft
 * @param federated whether its users sign in elsewhere
 */
record DirectoryDomain(String name, boolean verified, boolean federated) {}
