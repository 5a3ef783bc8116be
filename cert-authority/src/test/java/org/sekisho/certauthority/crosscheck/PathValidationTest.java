package org.sekisho.certauthority.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.certauthority.TestPki;

/**
 * Paths with one fault each, after the groups of NIST PKITS (numbers in the names), judged by us,
 * by Java and by OpenSSL. Where they differ, ours is the stricter: Java's validator looks at no
 * purpose.
 */
class PathValidationTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder;

  /** A fault in the issuing CA or in the leaf, and what each judge says. */
  record Case(
      String name,
      BiConsumer<Forged, Forged> fault,
      String ours,
      boolean javaTakesIt,
      boolean openSslTakesIt) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Case foul(String name, BiConsumer<Forged, Forged> fault, String ours) {
    return new Case(name, fault, ours, false, false);
  }

  private static Case sound(String name, BiConsumer<Forged, Forged> change) {
    return new Case(name, change, "OK", true, true);
  }

  static Stream<Case> signaturesDatesAndNames() {
    X500Name other = new X500Name("CN=Another CA");
    return Stream.of(
        sound("4.1.1 valid signatures", (ca, leaf) -> {}),
        foul("4.1.2 CA signature wrong", (ca, leaf) -> ca.signedBy = leaf.pair, "CA BAD_SIGNATURE"),
        foul(
            "4.1.3 leaf signature wrong", (ca, leaf) -> leaf.signedBy = leaf.pair, "BAD_SIGNATURE"),
        foul(
            "4.2.1 CA not yet valid",
            (ca, leaf) -> ca.notBefore = TestPki.NOW.plusSeconds(60),
            "CA NOT_YET_VALID"),
        foul(
            "4.2.2 leaf not yet valid",
            (ca, leaf) -> leaf.notBefore = TestPki.NOW.plusSeconds(60),
            "NOT_YET_VALID"),
        foul(
            "4.2.5 CA expired",
            (ca, leaf) -> ca.notAfter = TestPki.NOW.minusSeconds(60),
            "CA EXPIRED"),
        foul(
            "4.2.6 leaf expired",
            (ca, leaf) -> leaf.notAfter = TestPki.NOW.minusSeconds(60),
            "EXPIRED"),
        sound(
            "4.2.8 leaf to the year 2060",
            (ca, leaf) -> leaf.notAfter = TestPki.NOW.plus(DAY.multipliedBy(12_410))),
        // RFC 5280 section 4.1.2.5 counts the last second in; OpenSSL does not.
        new Case(
            "valid to this very second",
            (ca, leaf) -> leaf.notAfter = TestPki.NOW,
            "OK",
            true,
            false),
        sound("valid from this very second", (ca, leaf) -> leaf.notBefore = TestPki.NOW),
        foul("4.3.1 leaf's issuer misnamed", (ca, leaf) -> leaf.issuer = other, "FOREIGN_ISSUER"),
        foul("CA's issuer misnamed", (ca, leaf) -> ca.issuer = other, "CA FOREIGN_ISSUER"),
        foul(
            "leaf vouches for itself",
            (ca, leaf) -> {
              leaf.issuer = leaf.subject;
              leaf.issuerKey = leaf.pair;
              leaf.signedBy = leaf.pair;
            },
            "SELF_SIGNED"));
  }

  static Stream<Case> constraintsAndUsages() {
    return Stream.of(
        foul(
            "4.6.1 CA without constraints",
            (ca, leaf) -> ca.constraints = null,
            "CA WRONG_PROFILE"),
        foul(
            "4.6.2 CA that is none",
            (ca, leaf) -> ca.constraints = new BasicConstraints(false),
            "CA WRONG_PROFILE"),
        new Case(
            "4.6 CA without a path length",
            (ca, leaf) -> ca.constraints = new BasicConstraints(true),
            "CA WRONG_PROFILE",
            true,
            true),
        foul(
            "4.7.1 CA without keyCertSign",
            (ca, leaf) -> ca.usage = KeyUsage.cRLSign,
            "CA WRONG_PROFILE"),
        new Case(
            "CA without cRLSign",
            (ca, leaf) -> ca.usage = KeyUsage.keyCertSign,
            "CA WRONG_PROFILE",
            true,
            true),
        new Case(
            "CA not for OCSP",
            (ca, leaf) -> ca.purposes = new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth},
            "CA WRONG_PROFILE",
            true,
            true),
        new Case(
            "CA for servers only",
            (ca, leaf) -> ca.purposes = new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth},
            "CA WRONG_PROFILE",
            true,
            false),
        new Case(
            "leaf for servers",
            (ca, leaf) -> leaf.purposes = new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth},
            "WRONG_PROFILE",
            true,
            false),
        new Case(
            "leaf without a purpose",
            (ca, leaf) -> leaf.purposes = null,
            "WRONG_PROFILE",
            true,
            true),
        new Case(
            "leaf for any purpose",
            (ca, leaf) -> leaf.purposes = new KeyPurposeId[] {KeyPurposeId.anyExtendedKeyUsage},
            "WRONG_PROFILE",
            true,
            false),
        new Case(
            "leaf for encryption only",
            (ca, leaf) -> leaf.usage = KeyUsage.keyEncipherment,
            "WRONG_PROFILE",
            true,
            false),
        new Case(
            "leaf without key usage", (ca, leaf) -> leaf.usage = null, "WRONG_PROFILE", true, true),
        sound(
            "4.16.1 something not critical is unknown",
            (ca, leaf) -> leaf.unknownNotCritical = true),
        foul(
            "4.16.2 something critical is unknown",
            (ca, leaf) -> leaf.unknownCritical = true,
            "UNKNOWN_CRITICAL_EXTENSION"),
        foul(
            "something critical is unknown in the CA",
            (ca, leaf) -> ca.unknownCritical = true,
            "CA UNKNOWN_CRITICAL_EXTENSION"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"signaturesDatesAndNames", "constraintsAndUsages"})
  void judgesAgreeOrOursIsStricter(Case it) throws Exception {
    Forged root = Forged.root();
    Forged ca = Forged.issuing(root);
    Forged leaf = Forged.leaf(ca);
    it.fault().accept(ca, leaf);
    X509Certificate anchor = root.make();
    List<X509Certificate> path = List.of(leaf.make(), ca.make());
    assertThat(Judges.ours(anchor, path.get(1), path.get(0), TestPki.NOW)).isEqualTo(it.ours());
    assertThat(Judges.java(anchor, path, List.of(), TestPki.NOW)).isEqualTo(it.javaTakesIt());
    if (OpenSsl.isInstalled()) {
      assertThat(Judges.openSsl(folder, anchor, path, List.of(), TestPki.NOW))
          .isEqualTo(it.openSslTakesIt());
    }
  }

  /** 4.6.5: an issuing CA has path length 0, so nothing below what it certifies as a CA counts. */
  @Test
  void whoeverStealsALeafsPlaceAsACaGainsNothing() throws Exception {
    Forged root = Forged.root();
    Forged ca = Forged.issuing(root);
    Forged below = Forged.issuing(ca);
    below.subject = new X500Name("CN=agency-2 Device CA G1,O=agency-2");
    Forged leaf = Forged.leaf(below);
    X509Certificate anchor = root.make();
    X509Certificate issuing = ca.make();
    X509Certificate between = below.make();
    List<X509Certificate> path = List.of(leaf.make(), between, issuing);
    assertThat(Judges.ours(anchor, issuing, path.get(0), TestPki.NOW)).isEqualTo("FOREIGN_ISSUER");
    assertThat(Judges.ours(anchor, issuing, between, TestPki.NOW)).isEqualTo("WRONG_PROFILE");
    assertThat(Judges.ours(anchor, between, path.get(0), TestPki.NOW))
        .isEqualTo("CA FOREIGN_ISSUER");
    assertThat(Judges.java(anchor, path, List.of(), TestPki.NOW)).isFalse();
    if (OpenSsl.isInstalled()) {
      assertThat(Judges.openSsl(folder, anchor, path, List.of(), TestPki.NOW)).isFalse();
    }
  }
}
