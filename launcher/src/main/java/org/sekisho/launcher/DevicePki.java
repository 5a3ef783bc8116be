package org.sekisho.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sekisho.certauthority.CertificateBuilder;
import org.sekisho.certauthority.SerialNumbers;
import org.sekisho.certauthority.pem.PemFile;
import org.sekisho.certauthority.root.Ceremony;
import org.sekisho.certauthority.root.CeremonyException;
import org.sekisho.certauthority.root.RootCa;
import org.sekisho.certauthority.root.RootFile;

/**
 * What device certificates need in a development set-up: a root, which in production is never on a
 * server, the listener's own certificate, and the key that wraps the keys of issuing CAs.
 */
public final class DevicePki {

  /** The listener's hosts are below it; browsers take {@code *.localhost} for this machine. */
  public static final String DOMAIN = "certauth.localhost";

  private static final char[] PASS_PHRASE = "development-only".toCharArray();
  private static final Duration LIFE = Duration.ofDays(365);
  private static final SerialNumbers SERIALS = new SerialNumbers(new SecureRandom());

  private final Path folder;

  private DevicePki(Path folder) {
    this.folder = folder;
  }

  /** Makes what is missing. */
  static DevicePki prepare(Path folder) throws IOException {
    DevicePki pki = new DevicePki(folder);
    if (!Files.exists(pki.keyEncryptionKey())) {
      Files.createDirectories(folder);
      pki.makeRoot();
      pki.makeListenerCertificate();
      byte[] key = new byte[32];
      new SecureRandom().nextBytes(key);
      Files.writeString(pki.keyEncryptionKey(), "dev:" + Base64.getEncoder().encodeToString(key));
    }
    return pki;
  }

  /** The same folder, for who has not started the server. */
  public static DevicePki in(Path folder) {
    return new DevicePki(folder);
  }

  private Path keyEncryptionKey() {
    return folder.resolve("key-encryption-key.txt");
  }

  /**
   * The server's options; the key goes by the environment.
   *
   * @param server port of the sign-in pages
   * @param port of the listener
   */
  public List<String> options(int server, int port) {
    return List.of(
        option("domain", DOMAIN),
        option("host", "127.0.0.1"),
        option("port", String.valueOf(port)),
        option("public-port", String.valueOf(port)),
        option("certificate-file", folder.resolve("listener.pem").toString()),
        option("certificate-key-file", folder.resolve("listener.key").toString()),
        option("publication-url", "http://localhost:" + server + "/realms/master/sekisho-pki"),
        option("root-certificate-file", folder.resolve("root.pem").toString()));
  }

  private static String option(String name, String value) {
    return "--spi-sekisho-device-register--sekisho--" + name + "=" + value;
  }

  /** What wraps the keys of issuing CAs, for the environment of a server: {@code id:base64}. */
  public String keyEncryptionKeys() throws IOException {
    return Files.readString(keyEncryptionKey());
  }

  /**
   * Signs an issuing CA, as the ceremony does.
   *
   * @param requestPem what the server asks for
   * @return PEM
   */
  public String sign(String requestPem) {
    try {
      RootCa root = RootFile.read(Files.readAllBytes(folder.resolve("root.p12")), PASS_PHRASE);
      Instant now = Instant.now();
      return PemFile.ofCertificates(
          new Ceremony(root, SERIALS, now)
              .certify(PemFile.read(requestPem).requests(), Optional.empty(), now));
    } catch (IOException | CeremonyException failed) {
      throw new LaunchException("The issuing CA was not signed.", failed);
    }
  }

  private void makeRoot() throws IOException {
    RootCa root = RootCa.create("Sekisho development root", SERIALS, Instant.now());
    Files.writeString(
        folder.resolve("root.pem"), PemFile.ofCertificates(List.of(root.certificate())));
    Files.write(folder.resolve("root.p12"), RootFile.write(root, PASS_PHRASE));
  }

  /** Self-signed: in production it comes from a public CA, or each browser would warn. */
  private void makeListenerCertificate() throws IOException {
    KeyPair keys = keyPair();
    X500Name name = new X500Name("CN=*." + DOMAIN);
    SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
    Instant now = Instant.now();
    X509Certificate certificate =
        new CertificateBuilder(
                name,
                key,
                SERIALS.get(),
                now.minus(Duration.ofMinutes(5)),
                now.plus(LIFE),
                name,
                key)
            .with(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, "*." + DOMAIN)))
            .with(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
            .sign(signer(keys.getPrivate()));
    Files.writeString(folder.resolve("listener.pem"), PemFile.ofCertificates(List.of(certificate)));
    Files.writeString(
        folder.resolve("listener.key"), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
  }

  private static ContentSigner signer(PrivateKey key) {
    try {
      return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    } catch (OperatorCreationException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String pem(String what, byte[] der) {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
  }
}
