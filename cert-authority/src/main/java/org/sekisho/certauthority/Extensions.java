package org.sekisho.certauthority;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;

/** What a certificate lets its key do, read strictly: what is not said is not allowed. */
public final class Extensions {

  /** Positions in the key usage of RFC 5280 section 4.2.1.3. */
  private static final int DIGITAL_SIGNATURE = 0;

  private static final int KEY_CERT_SIGN = 5;
  private static final int CRL_SIGN = 6;

  private static final int VERSION_3 = 3;
  private static final Set<String> UNDERSTOOD =
      Set.of(
          Extension.basicConstraints.getId(),
          Extension.keyUsage.getId(),
          Extension.extendedKeyUsage.getId(),
          Extension.subjectAlternativeName.getId());

  private final X509Certificate certificate;

  public Extensions(X509Certificate certificate) {
    this.certificate = certificate;
  }

  public boolean isVersion3() {
    return certificate.getVersion() == VERSION_3;
  }

  public boolean isCa() {
    return certificate.getBasicConstraints() >= 0;
  }

  /** How many CAs may follow; -1 for no CA, {@link Integer#MAX_VALUE} for any number. */
  public int pathLength() {
    return certificate.getBasicConstraints();
  }

  public boolean mayMakeSignatures() {
    return uses(DIGITAL_SIGNATURE);
  }

  public boolean maySignCertificates() {
    return uses(KEY_CERT_SIGN);
  }

  public boolean maySignLists() {
    return uses(CRL_SIGN);
  }

  /** True where the extended key usage names the purpose; {@code anyExtendedKeyUsage} does not. */
  public boolean hasPurpose(String purpose) {
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      return purposes != null && purposes.contains(purpose);
    } catch (CertificateParsingException unreadable) {
      return false;
    }
  }

  /** True where something critical is not understood here (RFC 5280 section 4.2). */
  public boolean hasUnknownCritical() {
    Set<String> critical = certificate.getCriticalExtensionOIDs();
    return critical != null && !UNDERSTOOD.containsAll(critical);
  }

  private boolean uses(int position) {
    boolean[] usage = certificate.getKeyUsage();
    return usage != null && usage[position];
  }
}
