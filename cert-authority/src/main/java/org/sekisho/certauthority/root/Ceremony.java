package org.sekisho.certauthority.root;

import java.math.BigInteger;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.sekisho.certauthority.Extensions;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.ProofOfPossession;
import org.sekisho.certauthority.issuing.IssuingProfile;

/** What is done with the root's key at hand: issuing CAs are certified. */
public final class Ceremony {

  private final RootCa root;
  private final Supplier<BigInteger> serials;

  /** Throws {@link CeremonyException} where the root cannot sign at this moment. */
  public Ceremony(RootCa root, Supplier<BigInteger> serials, Instant now) throws CeremonyException {
    X509Certificate certificate = root.certificate();
    boolean usable =
        new Extensions(certificate).pathLength() >= 1
            && new Extensions(certificate).maySignCertificates()
            && new Extensions(certificate).maySignLists()
            && !now.isBefore(certificate.getNotBefore().toInstant())
            && now.isBefore(certificate.getNotAfter().toInstant());
    if (!usable) {
      throw new CeremonyException(
          CeremonyRefusal.ROOT_UNUSABLE, certificate.getSubjectX500Principal().getName());
    }
    this.root = root;
    this.serials = serials;
  }

  /**
   * Certifies all requests or none. A request decides tenant, generation and key; the rest is the
   * profile's.
   *
   * @param crl where the root's list is published; empty where it is not
   */
  public List<X509Certificate> certify(
      List<PKCS10CertificationRequest> requests, Optional<URI> crl, Instant now)
      throws CeremonyException {
    List<Generation> generations = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (PKCS10CertificationRequest request : requests) {
      Generation generation = judge(request);
      if (!seen.add(generation) || !seen.add(request.getSubjectPublicKeyInfo())) {
        throw refused(CeremonyRefusal.REQUESTED_TWICE, request);
      }
      generations.add(generation);
    }
    List<X509Certificate> issued = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      issued.add(
          IssuingProfile.certify(
              root.certificate(),
              root.signer(),
              generations.get(i),
              requests.get(i).getSubjectPublicKeyInfo(),
              serials.get(),
              now,
              crl));
    }
    return issued;
  }

  private static Generation judge(PKCS10CertificationRequest request) throws CeremonyException {
    Optional<Generation> generation = Generation.of(request.getSubject());
    if (generation.isEmpty()) {
      throw refused(CeremonyRefusal.NAME_REFUSED, request);
    }
    if (!isP256(request.getSubjectPublicKeyInfo())) {
      throw refused(CeremonyRefusal.KEY_REFUSED, request);
    }
    if (!ProofOfPossession.isIn(request)) {
      throw refused(CeremonyRefusal.POSSESSION_NOT_PROVEN, request);
    }
    return generation.get();
  }

  private static boolean isP256(SubjectPublicKeyInfo key) {
    return key.getAlgorithm()
        .equals(
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1));
  }

  private static CeremonyException refused(
      CeremonyRefusal refusal, PKCS10CertificationRequest request) {
    return new CeremonyException(refusal, request.getSubject().toString());
  }
}
