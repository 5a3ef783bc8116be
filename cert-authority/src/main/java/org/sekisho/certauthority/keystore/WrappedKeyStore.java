package org.sekisho.certauthority.keystore;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.sekisho.certauthority.Generation;

/**
 * Keys in the caller's rows, wrapped with AES-256-GCM under a key-encryption key of the server's
 * configuration. Whoever reads the database alone can sign nothing.
 */
public final class WrappedKeyStore implements CaKeyStore {

  public static final String SCHEME = "wrapped";
  private static final int TAG_BITS = WrappedMaterial.TAG_OCTETS * Byte.SIZE;

  private final KeyEncryptionKeys keks;
  private final SecureRandom random;

  public WrappedKeyStore(KeyEncryptionKeys keks, SecureRandom random) {
    this.keks = keks;
    this.random = random;
  }

  @Override
  public StoredKey create(Generation generation) {
    KeyPair pair = EcKeys.generate();
    return wrap(generation, pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
  }

  @Override
  public SigningKey open(Generation generation, StoredKey key) {
    byte[] pkcs8 = unwrap(generation, key);
    try {
      return new SigningKey(EcKeys.privateKey(pkcs8), EcKeys.publicKey(key.publicKey()));
    } catch (GeneralSecurityException unreadable) {
      throw new CaKeyException(CaKeyException.Reason.NOT_AUTHENTIC, unreadable);
    } finally {
      Arrays.fill(pkcs8, (byte) 0);
    }
  }

  /** Nothing is held here: with the row the key is gone. */
  @Override
  public void forget(Generation generation, StoredKey key) {}

  /** True where {@link #rewrap} would change the key: it is wrapped under a former KEK. */
  public boolean needsRewrap(StoredKey key) {
    return !WrappedMaterial.decode(material(key)).kek().equals(keks.current());
  }

  /** The same key under the current key-encryption key; throws as {@link #open} does. */
  public StoredKey rewrap(Generation generation, StoredKey key) {
    byte[] pkcs8 = unwrap(generation, key);
    try {
      return wrap(generation, pkcs8, key.publicKey());
    } finally {
      Arrays.fill(pkcs8, (byte) 0);
    }
  }

  /**
   * The key itself, for a tenant that leaves with its CA: for the command line, and nothing that a
   * server needs. Throws as {@link #open} does.
   */
  public PrivateKey takeOut(Generation generation, StoredKey key) {
    byte[] pkcs8 = unwrap(generation, key);
    try {
      return EcKeys.privateKey(pkcs8);
    } catch (GeneralSecurityException unreadable) {
      throw new CaKeyException(CaKeyException.Reason.NOT_AUTHENTIC, unreadable);
    } finally {
      Arrays.fill(pkcs8, (byte) 0);
    }
  }

  private StoredKey wrap(Generation generation, byte[] pkcs8, byte[] publicKey) {
    String kek = keks.current();
    byte[] iv = new byte[WrappedMaterial.IV_OCTETS];
    random.nextBytes(iv);
    try {
      byte[] owner = WrappedMaterial.owner(generation, kek, publicKey);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, kek(kek), iv, owner).doFinal(pkcs8);
      return new StoredKey(SCHEME, new WrappedMaterial(kek, iv, sealed).encode(), publicKey);
    } catch (GeneralSecurityException broken) {
      throw new CaKeyException(CaKeyException.Reason.UNAVAILABLE, broken);
    }
  }

  private byte[] unwrap(Generation generation, StoredKey key) {
    WrappedMaterial material = WrappedMaterial.decode(material(key));
    SecretKey kek = kek(material.kek());
    try {
      byte[] owner = WrappedMaterial.owner(generation, material.kek(), key.publicKey());
      return cipher(Cipher.DECRYPT_MODE, kek, material.iv(), owner).doFinal(material.sealed());
    } catch (GeneralSecurityException notAuthentic) {
      throw new CaKeyException(CaKeyException.Reason.NOT_AUTHENTIC, notAuthentic);
    }
  }

  private static byte[] material(StoredKey key) {
    if (!key.scheme().equals(SCHEME)) {
      throw new CaKeyException(CaKeyException.Reason.FOREIGN_SCHEME, key.scheme());
    }
    return key.material();
  }

  private SecretKey kek(String id) {
    return keks.find(id)
        .orElseThrow(() -> new CaKeyException(CaKeyException.Reason.KEK_UNKNOWN, id));
  }

  private static Cipher cipher(int mode, SecretKey kek, byte[] iv, byte[] owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, kek, new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(owner);
    return cipher;
  }
}
