package org.sekisho.certauthority.chain;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.sekisho.certauthority.Extensions;
import org.sekisho.certauthority.Sha256;
import org.sekisho.certauthority.Signatures;

/**
 * Judges what a client presents in a handshake. Trust ends at the tenant's issuing CAs, which were
 * checked when they were imported; of what comes with the leaf nothing is looked at.
 */
public final class ChainCheck {

  private final List<X509Certificate> issuers;

  /** Takes the tenant's issuing CAs of all generations that are in use. */
  public ChainCheck(List<X509Certificate> issuers) {
    this.issuers = List.copyOf(issuers);
  }

  /** Judges the first certificate; the client need not send more. */
  public ChainResult check(List<X509Certificate> presented, Instant now) {
    if (presented.isEmpty()) {
      return ChainResult.stranger(ChainVerdict.NONE);
    }
    X509Certificate leaf = presented.get(0);
    List<X509Certificate> named =
        issuers.stream()
            .filter(ca -> ca.getSubjectX500Principal().equals(leaf.getIssuerX500Principal()))
            .toList();
    if (named.isEmpty()) {
      boolean self = leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal());
      return ChainResult.stranger(self ? ChainVerdict.SELF_SIGNED : ChainVerdict.FOREIGN_ISSUER);
    }
    Optional<X509Certificate> signer =
        named.stream().filter(ca -> Signatures.isSigned(leaf, ca.getPublicKey())).findFirst();
    if (signer.isEmpty()) {
      return ChainResult.stranger(ChainVerdict.BAD_SIGNATURE);
    }
    return new ChainResult(
        judge(signer.get(), leaf, now), Optional.of(identity(signer.get(), leaf)));
  }

  private static ChainVerdict judge(X509Certificate issuer, X509Certificate leaf, Instant now) {
    if (isBefore(issuer, now) || isOver(issuer, now)) {
      return ChainVerdict.ISSUER_NOT_VALID;
    }
    Extensions extensions = new Extensions(leaf);
    if (extensions.hasUnknownCritical()) {
      return ChainVerdict.UNKNOWN_CRITICAL_EXTENSION;
    }
    if (!isDevice(extensions)) {
      return ChainVerdict.WRONG_PROFILE;
    }
    if (isBefore(leaf, now)) {
      return ChainVerdict.NOT_YET_VALID;
    }
    return isOver(leaf, now) ? ChainVerdict.EXPIRED : ChainVerdict.OK;
  }

  private static boolean isDevice(Extensions extensions) {
    return extensions.isVersion3()
        && !extensions.isCa()
        && extensions.mayMakeSignatures()
        && !extensions.maySignCertificates()
        && !extensions.maySignLists()
        && extensions.hasPurpose(KeyPurposeId.id_kp_clientAuth.getId());
  }

  private static boolean isBefore(X509Certificate certificate, Instant now) {
    return now.isBefore(certificate.getNotBefore().toInstant());
  }

  private static boolean isOver(X509Certificate certificate, Instant now) {
    return now.isAfter(certificate.getNotAfter().toInstant());
  }

  private static CertificateIdentity identity(X509Certificate issuer, X509Certificate leaf) {
    try {
      return new CertificateIdentity(issuer, leaf.getSerialNumber(), Sha256.hex(leaf.getEncoded()));
    } catch (CertificateEncodingException unencodable) {
      throw new IllegalArgumentException(unencodable);
    }
  }
}
