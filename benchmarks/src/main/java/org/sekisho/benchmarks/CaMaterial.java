package org.sekisho.benchmarks;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.SerialNumbers;
import org.sekisho.certauthority.issuing.IssuingCa;
import org.sekisho.certauthority.issuing.IssuingRequest;
import org.sekisho.certauthority.keystore.SigningKey;
import org.sekisho.certauthority.pem.PemFile;
import org.sekisho.certauthority.revocation.RevocationReason;
import org.sekisho.certauthority.revocation.RevokedCertificate;
import org.sekisho.certauthority.root.Ceremony;
import org.sekisho.certauthority.root.CeremonyException;
import org.sekisho.certauthority.root.RootCa;

/** One issuing CA, requests and serial numbers, for either side the same. */
final class CaMaterial {

  final IssuingCa ca;
  final List<byte[]> requests = new ArrayList<>();
  final List<RevokedCertificate> revoked = new ArrayList<>();
  final Instant now = Instant.now();

  private final SerialNumbers serials = new SerialNumbers(new SecureRandom());

  CaMaterial(CaOptions options) throws IOException, GeneralSecurityException {
    Path folder = options.work();
    KeyPair pair = keyPair();
    ca = issuingCa(pair);
    Files.writeString(folder.resolve("ca.pem"), PemFile.ofCertificates(List.of(ca.certificate())));
    Files.writeString(folder.resolve("ca.key"), privateKey(pair));
    for (int i = 0; i < options.leaves(); i++) {
      KeyPair device = keyPair();
      PKCS10CertificationRequest request =
          IssuingRequest.create(
              new Generation("device-" + i, 1),
              new SigningKey(device.getPrivate(), device.getPublic()));
      String pem = PemFile.ofRequests(List.of(request));
      requests.add(pem.getBytes(StandardCharsets.US_ASCII));
      Files.writeString(folder.resolve(i + ".csr"), pem);
    }
    for (int i = 0; i < options.revoked(); i++) {
      revoked.add(
          new RevokedCertificate(
              serials.get(),
              now.minus(Duration.ofDays(1)),
              RevocationReason.SUPERSEDED,
              now.plus(Duration.ofDays(300))));
    }
  }

  SerialNumbers serials() {
    return serials;
  }

  private IssuingCa issuingCa(KeyPair pair) {
    Generation generation = new Generation("agency-1", 1);
    SigningKey key = new SigningKey(pair.getPrivate(), pair.getPublic());
    RootCa root = RootCa.create("Root", serials, now.minus(Duration.ofDays(1)));
    try {
      return new IssuingCa(
          generation,
          new Ceremony(root, serials, now)
              .certify(List.of(IssuingRequest.create(generation, key)), Optional.empty(), now)
              .get(0),
          key);
    } catch (CeremonyException refused) {
      throw new BenchmarkException("the CA of the measurement", refused);
    }
  }

  /** A serial number that is on no list. */
  BigInteger good() {
    return BigInteger.valueOf(4711);
  }

  private static KeyPair keyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static String privateKey(KeyPair pair) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(pair.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }
}
