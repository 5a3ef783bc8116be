package org.sekisho.certauthority;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.sekisho.certauthority.issuing.IssuingCa;
import org.sekisho.certauthority.issuing.IssuingRequest;
import org.sekisho.certauthority.keystore.InMemoryKeyStore;
import org.sekisho.certauthority.keystore.SigningKey;
import org.sekisho.certauthority.leaf.DeviceName;
import org.sekisho.certauthority.leaf.LeafIssuer;
import org.sekisho.certauthority.leaf.PublicationAddresses;
import org.sekisho.certauthority.request.Admission;
import org.sekisho.certauthority.request.AdmittedKey;
import org.sekisho.certauthority.request.LeafLife;
import org.sekisho.certauthority.request.RequestAdmission;
import org.sekisho.certauthority.root.Ceremony;
import org.sekisho.certauthority.root.CeremonyException;
import org.sekisho.certauthority.root.RootCa;

/** A root, an issuing CA and what they issue, at one moment. */
public final class TestPki {

  public static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  public static final UUID DEVICE = UUID.fromString("6f1c1f0a-2b58-4a0e-9c6d-0d5f3a3c7b11");

  public final Instant now;
  public final SerialNumbers serials = new SerialNumbers(new SecureRandom());
  public final RootCa root;
  public final IssuingCa ca;

  public TestPki() {
    this(NOW);
  }

  public TestPki(Instant now) {
    this.now = now;
    this.root = RootCa.create("Test Root", serials, now.minusSeconds(86_400));
    this.ca = issuing(new Generation("agency-1", 1));
  }

  public IssuingCa issuing(Generation generation) {
    InMemoryKeyStore keys = new InMemoryKeyStore();
    SigningKey key = keys.open(generation, keys.create(generation));
    try {
      return new IssuingCa(
          generation,
          new Ceremony(root, serials, now)
              .certify(List.of(IssuingRequest.create(generation, key)), Optional.empty(), now)
              .get(0),
          key);
    } catch (CeremonyException refused) {
      throw new IllegalStateException(refused);
    }
  }

  public X509Certificate leaf() {
    return leaf(ec("secp256r1"));
  }

  public X509Certificate leaf(KeyPair pair) {
    return issuer().issue(new DeviceName(DEVICE, "受付のPC", "さくら保険"), admitted(pair), now);
  }

  public LeafIssuer issuer() {
    return new LeafIssuer(
        ca,
        new PublicationAddresses(URI.create("http://pki.example.jp/"), ca.generation()),
        serials);
  }

  public static AdmittedKey admitted(KeyPair pair) {
    byte[] request = encoded(request(pair, "CN=x"));
    Admission admission = new RequestAdmission(key -> false).admit(request, LeafLife.DEFAULT);
    return ((Admission.Admitted) admission).key();
  }

  public static PKCS10CertificationRequest request(KeyPair pair, String subject) {
    return new PKCS10CertificationRequestBuilder(
            new X500Name(subject), SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
        .build(TestSigner.of(pair));
  }

  public static byte[] encoded(PKCS10CertificationRequest request) {
    try {
      return request.getEncoded();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static KeyPair ec(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  public static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
