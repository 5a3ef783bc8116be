package org.sekisho.it;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key of an application. Keycloak would make one of 4,096 bits, which takes a minute in a test.
 *
 * @param certificate self-signed, in base64 without line breaks
 */
record TestKey(PrivateKey key, String certificate) {

  static TestKey make(String name) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      X500Name subject = new X500Name("CN=" + name.replaceAll("[^a-z0-9-]", "-"));
      Instant now = Instant.now();
      byte[] certificate =
          new JcaX509v3CertificateBuilder(
                  subject,
                  BigInteger.valueOf(now.toEpochMilli()),
                  Date.from(now.minusSeconds(60)),
                  Date.from(now.plusSeconds(86_400)),
                  subject,
                  pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
              .getEncoded();
      return new TestKey(pair.getPrivate(), Base64.getEncoder().encodeToString(certificate));
    } catch (GeneralSecurityException | OperatorCreationException | IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /** The private key as PKCS #8. */
  String pem() {
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()));
  }
}
