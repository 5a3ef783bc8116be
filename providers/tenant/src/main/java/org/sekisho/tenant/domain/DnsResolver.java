package org.sekisho.tenant.domain;

import java.util.List;
import org.keycloak.provider.Provider;

/** Asks the DNS. The port to whatever answers. */
public interface DnsResolver extends Provider {

  /**
   * The texts of the TXT records of a name, never waiting longer than the configured time-outs. A
   * text with blanks may come in quotation marks.
   *
   * @param name an absolute name without the dot at the end, such as {@code
   *     _sekisho.sakura.example}
   * @return empty where the DNS says that there is no such name or record
   * @throws DnsUnavailableException where the DNS did not answer, or did not answer clearly: then
   *     nothing is known about the name
   */
  List<String> texts(String name) throws DnsUnavailableException;
}
