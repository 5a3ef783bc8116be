package org.sekisho.certauthority.file;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.sekisho.certauthority.BouncyCastle;
import org.sekisho.certauthority.CertificateAuthorityException;
import org.sekisho.certauthority.pem.PemFile;

/**
 * A key that is made for a device which can do no better. It is in memory only, for one piece of
 * work, and leaves as a file; nothing here tells the key itself.
 */
public final class ServerMadeKey {

  /** RSA, because old systems of Apple and Android import nothing else for certain. */
  private static final int BITS = 2_048;

  private final KeyPair pair;

  private ServerMadeKey(KeyPair pair) {
    this.pair = pair;
  }

  /** Makes one: RSA with 2048 bits. Takes a tenth of a second and more. */
  public static ServerMadeKey make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", BouncyCastle.PROVIDER);
      generator.initialize(BITS);
      return new ServerMadeKey(generator.generateKeyPair());
    } catch (GeneralSecurityException missing) {
      throw new CertificateAuthorityException("no RSA", missing);
    }
  }

  /** A request (PKCS#10, PEM), so that this key passes the same checks as any other. */
  public String request() {
    try {
      return PemFile.ofRequests(
          List.of(
              new PKCS10CertificationRequestBuilder(
                      new X500Name("CN=server-made"),
                      SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                  .build(
                      new JcaContentSignerBuilder("SHA256withRSA")
                          .setProvider(BouncyCastle.PROVIDER)
                          .build(pair.getPrivate()))));
    } catch (OperatorCreationException missing) {
      throw new CertificateAuthorityException("no SHA256withRSA", missing);
    }
  }

  /**
   * The file for the device, see {@link LegacyPkcs12}.
   *
   * @param chain the certificate of this key and the issuing CA; never the root, which no device
   *     needs to trust
   * @param friendlyName what the system shows
   * @param passPhrase opens the file
   */
  public byte[] file(List<X509Certificate> chain, String friendlyName, String passPhrase) {
    return LegacyPkcs12.of(pair.getPrivate(), chain, friendlyName, passPhrase.toCharArray());
  }
}
