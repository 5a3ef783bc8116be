package org.sekisho.federation.microsoft365;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the directory and compares it with the tenant.
 *
 * @param result what is kept
 * @param differences one line for each user that is not alike
 * @param emergencyAdministrators their principal names
 */
record PreflightRun(
    Preflight result, List<Difference> differences, List<String> emergencyAdministrators) {

  /** The directory is not that of the domain: nothing of it is read. */
  static final class ForeignDirectoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  /**
   * Runs it.
   *
   * <p>Who may change a tenant's directory could name that of somebody else who has admitted the
   * provider's application. So the directory must first show that it has verified the domain, which
   * is this tenant's alone.
   *
   * @throws ForeignDirectoryException where the directory has not verified the domain
   */
  static PreflightRun of(
      DirectoryTarget directory, String domain, List<TenantUser> here, long now) {
    requireVerified(directory, domain);
    Set<String> federatedBelow =
        directory.domains().stream()
            .filter(DirectoryDomain::federated)
            .map(DirectoryDomain::name)
            .filter(name -> name.endsWith("." + domain))
            .collect(Collectors.toUnmodifiableSet());
    EmergencyAdministrators emergency =
        EmergencyAdministrators.among(directory.globalAdministrators());
    List<Difference> differences =
        new Comparison(domain, federatedBelow, here, directory.users()).differences();
    Preflight result =
        new Preflight(
            now,
            here.size(),
            differences.size(),
            (int) differences.stream().filter(Difference::locksOut).count(),
            emergency.userPrincipalNames().size(),
            DomainUsers.fingerprint(here));
    return new PreflightRun(result, differences, emergency.userPrincipalNames());
  }

  static void requireVerified(DirectoryTarget directory, String domain) {
    if (directory.domain(domain).filter(DirectoryDomain::verified).isEmpty()) {
      throw new ForeignDirectoryException();
    }
  }
}
