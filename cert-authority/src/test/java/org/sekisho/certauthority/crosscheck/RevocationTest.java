package org.sekisho.certauthority.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.certauthority.TestPki;
import org.sekisho.certauthority.TestSigner;
import org.sekisho.certauthority.revocation.RevocationReason;
import org.sekisho.certauthority.revocation.RevokedCertificate;
import org.sekisho.certauthority.revocation.crl.RevocationList;

/** Lists as we sign them, and with one fault each (PKITS 4.4), judged by Java and by OpenSSL. */
class RevocationTest {

  @TempDir private Path folder;

  private final Forged root = Forged.root();
  private final Forged ca = Forged.issuing(root);
  private final X509Certificate anchor = root.make();
  private final X509Certificate issuing = ca.make();
  private final X509Certificate leaf = Forged.leaf(ca).make();

  enum Fault {
    NONE,
    LEAF_REVOKED,
    ANOTHER_REVOKED,
    CA_REVOKED,
    LIST_MISSING,
    SIGNATURE_WRONG,
    ISSUER_WRONG,
    LIST_EXPIRED,
    LIST_TOO_EARLY
  }

  static Stream<Fault> faults() {
    return Stream.of(Fault.values());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void bothJudgesReadOurLists(Fault fault) throws Exception {
    List<X509CRL> lists = new ArrayList<>();
    lists.add(
        list(root, root.pair, times(fault, false), revoked(fault == Fault.CA_REVOKED, issuing)));
    if (fault != Fault.LIST_MISSING) {
      lists.add(leafList(fault));
    }
    boolean expected = fault == Fault.NONE || fault == Fault.ANOTHER_REVOKED;
    List<X509Certificate> path = List.of(leaf, issuing);
    assertThat(Judges.java(anchor, path, lists, TestPki.NOW)).isEqualTo(expected);
    if (OpenSsl.isInstalled()) {
      assertThat(Judges.openSsl(folder, anchor, path, lists, TestPki.NOW)).isEqualTo(expected);
    }
  }

  private X509CRL leafList(Fault fault) throws Exception {
    Optional<RevokedCertificate> revoked = revoked(fault == Fault.LEAF_REVOKED, leaf);
    if (fault == Fault.ANOTHER_REVOKED) {
      revoked = Optional.of(revocation(leaf.getSerialNumber().add(BigInteger.TEN)));
    }
    Forged named = fault == Fault.ISSUER_WRONG ? root : ca;
    KeyPair signer = fault == Fault.SIGNATURE_WRONG ? root.pair : ca.pair;
    return list(named, signer, times(fault, true), revoked);
  }

  private static Instant times(Fault fault, boolean leafList) {
    if (leafList && fault == Fault.LIST_EXPIRED) {
      // Java forgives a quarter of an hour.
      return TestPki.NOW.minus(RevocationList.GOOD_FOR).minus(Duration.ofHours(1));
    }
    return leafList && fault == Fault.LIST_TOO_EARLY
        ? TestPki.NOW.plus(Duration.ofHours(1))
        : TestPki.NOW.minusSeconds(60);
  }

  private static Optional<RevokedCertificate> revoked(boolean it, X509Certificate certificate) {
    return it ? Optional.of(revocation(certificate.getSerialNumber())) : Optional.empty();
  }

  private static RevokedCertificate revocation(BigInteger serial) {
    return new RevokedCertificate(
        serial, TestPki.NOW.minusSeconds(120), RevocationReason.SUPERSEDED, TestPki.NOW);
  }

  private static X509CRL list(
      Forged issuer, KeyPair signer, Instant at, Optional<RevokedCertificate> entry)
      throws Exception {
    RevocationList list =
        new RevocationList(
            new X500Name(issuer.subject.toString()),
            SubjectPublicKeyInfo.getInstance(issuer.pair.getPublic().getEncoded()),
            BigInteger.ONE,
            at,
            at.plus(RevocationList.GOOD_FOR));
    entry.ifPresent(list::add);
    return (X509CRL)
        CertificateFactory.getInstance("X.509")
            .generateCRL(new ByteArrayInputStream(list.sign(TestSigner.of(signer))));
  }
}
