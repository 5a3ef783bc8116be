package org.sekisho.certauthority.crosscheck;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.sekisho.certauthority.CertificateBuilder;
import org.sekisho.certauthority.TestPki;
import org.sekisho.certauthority.TestSigner;

/** A certificate as it should be, with one thing changed by the test; nothing null is written. */
final class Forged {

  static final ASN1ObjectIdentifier NEVER_HEARD_OF =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1");

  final KeyPair pair = TestPki.ec("secp256r1");
  X500Name subject;
  X500Name issuer;
  KeyPair issuerKey;
  KeyPair signedBy;
  Instant notBefore = TestPki.NOW.minus(Duration.ofDays(1));
  Instant notAfter = TestPki.NOW.plus(Duration.ofDays(1));
  BasicConstraints constraints;
  Integer usage;
  KeyPurposeId[] purposes;
  boolean unknownCritical;
  boolean unknownNotCritical;

  private static BigInteger next = BigInteger.valueOf(1000);

  static Forged root() {
    Forged root = new Forged();
    root.subject = new X500Name("CN=Test Root");
    root.issuer = root.subject;
    root.issuerKey = root.pair;
    root.signedBy = root.pair;
    root.constraints = new BasicConstraints(1);
    root.usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
    return root;
  }

  static Forged issuing(Forged root) {
    Forged ca = below(root, "CN=agency-1 Device CA G1,O=agency-1");
    ca.constraints = new BasicConstraints(0);
    ca.usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
    ca.purposes =
        new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_OCSPSigning};
    return ca;
  }

  static Forged leaf(Forged ca) {
    Forged leaf = below(ca, "CN=PC (6f1c1f0a),O=agency-1");
    leaf.constraints = new BasicConstraints(false);
    leaf.usage = KeyUsage.digitalSignature;
    leaf.purposes = new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth};
    return leaf;
  }

  private static Forged below(Forged parent, String subject) {
    Forged forged = new Forged();
    forged.subject = new X500Name(subject);
    forged.issuer = parent.subject;
    forged.issuerKey = parent.pair;
    forged.signedBy = parent.pair;
    return forged;
  }

  X509Certificate make() {
    next = next.add(BigInteger.ONE);
    CertificateBuilder builder =
        new CertificateBuilder(
            issuer, key(issuerKey), next, notBefore, notAfter, subject, key(pair));
    with(builder, Extension.basicConstraints, true, constraints);
    with(builder, Extension.keyUsage, true, usage == null ? null : new KeyUsage(usage));
    with(
        builder,
        Extension.extendedKeyUsage,
        false,
        purposes == null ? null : new ExtendedKeyUsage(purposes));
    ASN1Encodable content = new DERUTF8String("?");
    with(builder, NEVER_HEARD_OF, true, unknownCritical ? content : null);
    with(builder, NEVER_HEARD_OF, false, unknownNotCritical ? content : null);
    return builder.sign(TestSigner.of(signedBy));
  }

  private static void with(
      CertificateBuilder builder, ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
    if (value != null) {
      builder.with(id, critical, value);
    }
  }

  private static SubjectPublicKeyInfo key(KeyPair pair) {
    return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
  }
}
