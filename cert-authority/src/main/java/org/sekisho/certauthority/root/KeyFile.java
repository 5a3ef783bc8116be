package org.sekisho.certauthority.root;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
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
 * The key of a CA in a PKCS#12 file (RFC 7292): AES-256 and HMAC-SHA-256, both behind 600,000
 * iterations. Java's own writer would leave 10,000 on the checksum, and whoever tries pass phrases
 * takes the cheaper of the two.
 */
public final class KeyFile {

  private static final int ITERATIONS = 600_000;

  private KeyFile() {}

  /**
   * Writes one.
   *
   * @param alias the name of the entry
   */
  public static byte[] write(
      X509Certificate certificate, PrivateKey key, String alias, char[] passPhrase) {
    try {
      OutputEncryptor encryptor =
          new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
              .setProvider(BouncyCastle.PROVIDER)
              .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256))
              .setIterationCount(ITERATIONS)
              .build(passPhrase);
      byte[] id = certificate.getSerialNumber().toByteArray();
      PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
      file.addData(named(new JcaPKCS12SafeBagBuilder(key, encryptor), alias, id));
      file.addEncryptedData(
          encryptor,
          new PKCS12SafeBag[] {named(new JcaPKCS12SafeBagBuilder(certificate), alias, id)});
      return file.build(
              new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                  .setProvider(BouncyCastle.PROVIDER)
                  .setIterationCount(ITERATIONS),
              passPhrase)
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException | OperatorCreationException | PKCSException broken) {
      throw new CertificateAuthorityException("key file", broken);
    }
  }

  /** Key and certificate find each other by the same name and identifier. */
  private static PKCS12SafeBag named(PKCS12SafeBagBuilder bag, String alias, byte[] id) {
    return bag.addBagAttribute(
            PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(alias))
        .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(id))
        .build();
  }
}
