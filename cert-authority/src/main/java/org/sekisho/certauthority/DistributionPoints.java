package org.sekisho.certauthority;

import java.net.URI;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** The extension of RFC 5280 section 4.2.1.13 with one address and all reasons. */
public final class DistributionPoints {

  private DistributionPoints() {}

  public static CRLDistPoint at(URI address) {
    GeneralName name =
        new GeneralName(GeneralName.uniformResourceIdentifier, address.toASCIIString());
    return new CRLDistPoint(
        new DistributionPoint[] {
          new DistributionPoint(new DistributionPointName(new GeneralNames(name)), null, null)
        });
  }
}
