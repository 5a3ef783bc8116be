package org.sekisho.federation.microsoft365;

import java.util.List;
import java.util.Optional;

/**
 * A directory of Microsoft Entra, as far as the federation of domains needs it: the port to
 * whatever talks to it. Every method may throw {@link DirectoryException}; then nothing is known
 * about what a change has done, and it is to be read back.
 */
interface DirectoryTarget {

  /** A domain of the directory; empty where the directory does not know it. */
  Optional<DirectoryDomain> domain(String name);

  /** All domains of the directory. */
  List<DirectoryDomain> domains();

  /** All users of the directory, whatever their domains; guests included. */
  List<DirectoryUser> users();

  /** The members of the role Global Administrator. */
  List<DirectoryUser> globalAdministrators();

  /** How a domain is federated; empty where it is not. */
  Optional<FederationSettings> federation(String domain);

  /** Federates a domain that is not. */
  void federate(String domain, FederationSettings settings);

  /** Changes the settings of a federated domain to these; the identifier in them names which. */
  void change(String domain, FederationSettings settings);

  /** Makes the domain managed again. */
  void remove(String domain, String settingsId);
}
