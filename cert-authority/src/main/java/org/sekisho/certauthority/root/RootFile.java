package org.sekisho.certauthority.root;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;

/** The root in a file, see {@link KeyFile}. */
public final class RootFile {

  /** Characters a pass phrase must have. */
  public static final int SHORTEST_PASS_PHRASE = 16;

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
    return KeyFile.write(root.certificate(), root.key(), ALIAS, passPhrase);
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
}
