package org.sekisho.certauthority.issuing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.sekisho.certauthority.Extensions;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.Signatures;

/** Judges the certificates that come back from the root's ceremony. */
public final class IssuingCertificateCheck {

  private final X509Certificate root;

  /** Takes the root that this server trusts. */
  public IssuingCertificateCheck(X509Certificate root) {
    this.root = root;
  }

  /**
   * Empty where the certificate may be taken over for this generation and key.
   *
   * @param publicKey the SubjectPublicKeyInfo of the kept key, DER
   */
  public Optional<IssuingProblem> check(
      X509Certificate certificate, Generation generation, byte[] publicKey, Instant now) {
    Optional<IssuingProblem> problem = check(certificate, now);
    if (problem.isPresent()) {
      return problem;
    }
    X500Name name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    if (!Generation.of(name).equals(Optional.of(generation))) {
      return Optional.of(IssuingProblem.OTHER_GENERATION);
    }
    return Arrays.equals(certificate.getPublicKey().getEncoded(), publicKey)
        ? Optional.empty()
        : Optional.of(IssuingProblem.OTHER_KEY);
  }

  /** Empty where the root made it an issuing CA and it is valid now (RFC 5280 section 6.1). */
  public Optional<IssuingProblem> check(X509Certificate certificate, Instant now) {
    if (!certificate.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
      return Optional.of(IssuingProblem.FOREIGN_ISSUER);
    }
    if (!Signatures.isSigned(certificate, root.getPublicKey())) {
      return Optional.of(IssuingProblem.BAD_SIGNATURE);
    }
    if (isOver(root, now) || isOver(certificate, now)) {
      return Optional.of(IssuingProblem.EXPIRED);
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      return Optional.of(IssuingProblem.NOT_YET_VALID);
    }
    return checkProfile(new Extensions(certificate));
  }

  private static boolean isOver(X509Certificate certificate, Instant now) {
    return now.isAfter(certificate.getNotAfter().toInstant());
  }

  private static Optional<IssuingProblem> checkProfile(Extensions extensions) {
    if (extensions.hasUnknownCritical()) {
      return Optional.of(IssuingProblem.UNKNOWN_CRITICAL_EXTENSION);
    }
    boolean asIssued =
        extensions.isVersion3()
            && extensions.pathLength() == 0
            && extensions.maySignCertificates()
            && extensions.maySignLists()
            && extensions.hasPurpose(KeyPurposeId.id_kp_clientAuth.getId())
            && extensions.hasPurpose(KeyPurposeId.id_kp_OCSPSigning.getId());
    return asIssued ? Optional.empty() : Optional.of(IssuingProblem.WRONG_PROFILE);
  }
}
