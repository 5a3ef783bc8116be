package org.sekisho.certauthority.leaf;

import java.net.URI;
import org.sekisho.certauthority.Generation;

/**
 * Where a generation's list, answers and certificate are published. Plain HTTP, because whoever
 * checks a certificate cannot be asked to check another one first (RFC 5280 section 8).
 */
public final class PublicationAddresses {

  private final String base;
  private final String path;

  /**
   * Takes the address under which everything is published, for instance {@code
   * http://pki.example.jp}; throws {@link IllegalArgumentException} where it is not an http or
   * https address.
   */
  public PublicationAddresses(URI base, Generation generation) {
    if (base.getHost() == null || !("" + base.getScheme()).matches("https?")) {
      throw new IllegalArgumentException("no http address: " + base);
    }
    this.base = base.toASCIIString().replaceAll("/+$", "");
    this.path = generation.tenant() + "/" + generation.number();
  }

  /** {@code <base>/crl/<tenant>/<generation>.crl}. */
  public URI crl() {
    return URI.create(base + "/crl/" + path + ".crl");
  }

  /** {@code <base>/ocsp/<tenant>/<generation>}. */
  public URI ocsp() {
    return URI.create(base + "/ocsp/" + path);
  }

  /** {@code <base>/ca/<tenant>/<generation>.cer}, DER. */
  public URI caIssuers() {
    return URI.create(base + "/ca/" + path + ".cer");
  }
}
