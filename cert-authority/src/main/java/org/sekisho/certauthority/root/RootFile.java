package org.sekisho.certauthority.root;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.sekisho.certauthority.BouncyCastle;
import org.sekisho.certauthority.CertificateAuthorityException;

/**
 * The root in a PKCS#12 file (RFC 7292): AES-256 and HMAC-SHA-256, both behind 600,000 iterations.
 * Java's own writer would leave 10,000 on the checksum, and whoever tries pass phrases takes the
 * cheaper of the two.
 */
public final class RootFile {

  /** Characters a pass phrase must have. */
  public static final int SHORTEST_PASS_PHRASE = 16;

  private static final int ITERATIONS = 600_000;
  private static final String ALIAS = "root";

  private RootFile() {}

  /**
   * True for 16 characters or more of printable ASCII: programs disagree on how others are encoded.
   */
  public static boolean isGoodPassPhrase(char[] passPhrase) {
    for (char c : passPhrase) {
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return passPhrase.length >= SHORTEST_PASS_PHRASE;
  }

  public static byte[] write(RootCa root, char[] passPhrase) {
    try {
      OutputEncryptor encryptor =
          new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
              .setProvider(BouncyCastle.PROVIDER)
              .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256))
              .setIterationCount(ITERATIONS)
              .build(passPhrase);
      PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
      file.addData(named(new JcaPKCS12SafeBagBuilder(root.key(), encryptor), root));
      file.addEncryptedData(
          encryptor,
          new PKCS12SafeBag[] {named(new JcaPKCS12SafeBagBuilder(root.certificate()), root)});
      return file.build(
              new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                  .setProvider(BouncyCastle.PROVIDER)
                  .setIterationCount(ITERATIONS),
              passPhrase)
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException | OperatorCreationException | PKCSException broken) {
      throw new CertificateAuthorityException("root file", broken);
    }
  }

  /** Throws {@link IOException} for a wrong pass phrase or a file that holds no root. */
  public static RootCa read(byte[] file, char[] passPhrase) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), passPhrase);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, passPhrase) instanceof PrivateKey key
            && store.getCertificate(alias) instanceof X509Certificate certificate) {
          return new RootCa(certificate, key);
        }
      }
      throw new IOException("no key");
    } catch (GeneralSecurityException unreadable) {
      throw new IOException(unreadable);
    }
  }

  /** Key and certificate find each other by the same name and identifier. */
  private static PKCS12SafeBag named(PKCS12SafeBagBuilder bag, RootCa root) {
    return bag.addBagAttribute(
            PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(ALIAS))
        .addBagAttribute(
            PKCSObjectIdentifiers.pkcs_9_at_localKeyId,
            new DEROctetString(root.certificate().getSerialNumber().toByteArray()))
        .build();
  }
}
