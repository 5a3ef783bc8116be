package org.sekisho.certauthority.file;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
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
 * PKCS#12 (RFC 7292) as old systems of Apple and Android read it: Triple DES and SHA-1. Strength
 * comes from the pass phrase, which must have 100 random bits; never RC2, which OpenSSL 3 refuses.
 */
final class LegacyPkcs12 {

  private static final int ITERATIONS = 2_048;

  private LegacyPkcs12() {}

  static byte[] of(
      PrivateKey key, List<X509Certificate> chain, String friendlyName, char[] passPhrase) {
    try {
      SubjectKeyIdentifier id =
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(chain.get(0).getPublicKey());
      PKCS12SafeBag[] certificates = new PKCS12SafeBag[chain.size()];
      for (int i = 0; i < certificates.length; i++) {
        PKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(chain.get(i));
        certificates[i] = (i == 0 ? named(bag, friendlyName, id) : bag).build();
      }
      PKCS12SafeBagBuilder keyBag = new JcaPKCS12SafeBagBuilder(key, encryptor(passPhrase));
      return new PKCS12PfxPduBuilder()
          .addEncryptedData(encryptor(passPhrase), certificates)
          .addData(named(keyBag, friendlyName, id).build())
          .build(
              new JcePKCS12MacCalculatorBuilder(OIWObjectIdentifiers.idSHA1)
                  .setProvider(BouncyCastle.PROVIDER)
                  .setIterationCount(ITERATIONS),
              passPhrase)
          .getEncoded(ASN1Encoding.DER);
    } catch (GeneralSecurityException
        | IOException
        | PKCSException
        | OperatorCreationException unmade) {
      throw new CertificateAuthorityException("the file could not be made", unmade);
    }
  }

  private static PKCS12SafeBagBuilder named(
      PKCS12SafeBagBuilder bag, String friendlyName, SubjectKeyIdentifier id) {
    return bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(friendlyName))
        .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, id);
  }

  private static OutputEncryptor encryptor(char[] passPhrase) throws OperatorCreationException {
    return new JcePKCSPBEOutputEncryptorBuilder(
            PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)
        .setProvider(BouncyCastle.PROVIDER)
        .setIterationCount(ITERATIONS)
        .build(passPhrase);
  }
}
