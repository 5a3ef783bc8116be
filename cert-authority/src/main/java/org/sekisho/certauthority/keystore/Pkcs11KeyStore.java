package org.sekisho.certauthority.keystore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.sekisho.certauthority.CertificateBuilder;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.SerialNumbers;
import org.sekisho.certauthority.Signatures;

/** Keys in a PKCS#11 token, one object per generation; the row holds the object's alias. */
public final class Pkcs11KeyStore implements CaKeyStore {

  public static final String SCHEME = "pkcs11";

  /** The place-holder is never looked at again; a long life keeps tokens from hiding it. */
  private static final Duration PLACE_HOLDER_LIFE = Duration.ofDays(30 * 365);

  private final Provider provider;
  private final Pkcs11Token settings;
  private final KeyStore token;
  private final SecureRandom random;
  private final InstantSource clock;

  /** Logs in to the token; throws {@link CaKeyException} where that fails. */
  public Pkcs11KeyStore(Pkcs11Token settings, SecureRandom random, InstantSource clock) {
    this.provider = settings.provider();
    this.settings = settings;
    this.random = random;
    this.clock = clock;
    try {
      this.token = KeyStore.getInstance("PKCS11", provider);
      load();
    } catch (GeneralSecurityException unusable) {
      throw new CaKeyException(CaKeyException.Reason.UNAVAILABLE, unusable);
    }
  }

  /** Java notes once which objects there are: what another node has made is seen after this. */
  private void load() {
    try {
      token.load(null, settings.pin().toCharArray());
    } catch (GeneralSecurityException | IOException unusable) {
      throw new CaKeyException(CaKeyException.Reason.UNAVAILABLE, unusable);
    }
  }

  private void see(String alias) throws GeneralSecurityException {
    if (!token.containsAlias(alias)) {
      load();
    }
  }

  @Override
  public StoredKey create(Generation generation) {
    // Random, so that a key whose row was never written does not stand in the way of the next try.
    byte[] suffix = new byte[4];
    random.nextBytes(suffix);
    String alias = prefix(generation) + HexFormat.of().formatHex(suffix);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
      generator.initialize(EcKeys.P256);
      KeyPair pair = generator.generateKeyPair();
      if (pair.getPrivate().getEncoded() != null) {
        throw new CaKeyException(CaKeyException.Reason.EXTRACTABLE, alias);
      }
      Certificate[] placeHolder = {placeHolder(generation, pair)};
      synchronized (token) {
        token.setKeyEntry(alias, pair.getPrivate(), null, placeHolder);
      }
      return new StoredKey(
          SCHEME, alias.getBytes(StandardCharsets.UTF_8), pair.getPublic().getEncoded());
    } catch (GeneralSecurityException refused) {
      throw new CaKeyException(CaKeyException.Reason.UNAVAILABLE, refused);
    }
  }

  @Override
  public SigningKey open(Generation generation, StoredKey key) {
    String alias = alias(generation, key);
    try {
      Key found;
      Certificate certificate;
      synchronized (token) {
        see(alias);
        found = token.getKey(alias, null);
        certificate = token.getCertificate(alias);
      }
      if (!(found instanceof PrivateKey privateKey) || certificate == null) {
        throw new CaKeyException(CaKeyException.Reason.KEY_MISSING, alias);
      }
      if (!Arrays.equals(certificate.getPublicKey().getEncoded(), key.publicKey())) {
        throw new CaKeyException(CaKeyException.Reason.NOT_AUTHENTIC, alias);
      }
      return new SigningKey(privateKey, EcKeys.publicKey(key.publicKey()), provider);
    } catch (GeneralSecurityException refused) {
      throw new CaKeyException(CaKeyException.Reason.UNAVAILABLE, refused);
    }
  }

  @Override
  public void forget(Generation generation, StoredKey key) {
    String alias = alias(generation, key);
    try {
      synchronized (token) {
        see(alias);
        if (token.containsAlias(alias)) {
          token.deleteEntry(alias);
        }
      }
    } catch (GeneralSecurityException refused) {
      throw new CaKeyException(CaKeyException.Reason.UNAVAILABLE, refused);
    }
  }

  private static String alias(Generation generation, StoredKey key) {
    if (!key.scheme().equals(SCHEME)) {
      throw new CaKeyException(CaKeyException.Reason.FOREIGN_SCHEME, key.scheme());
    }
    String alias = new String(key.material(), StandardCharsets.UTF_8);
    if (!alias.startsWith(prefix(generation))) {
      throw new CaKeyException(CaKeyException.Reason.NOT_AUTHENTIC, alias);
    }
    return alias;
  }

  /** A tenant id has no slash, so no prefix is the beginning of another. */
  private static String prefix(Generation generation) {
    return "sekisho-ca/" + generation + "/";
  }

  /** Java's key store finds a token's key only where a certificate stands beside it. */
  private X509Certificate placeHolder(Generation generation, KeyPair pair) {
    SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    Instant now = clock.instant();
    return new CertificateBuilder(
            generation.distinguishedName(),
            key,
            new SerialNumbers(random).get(),
            now,
            now.plus(PLACE_HOLDER_LIFE),
            generation.distinguishedName(),
            key)
        .sign(Signatures.signer(pair.getPrivate(), pair.getPublic(), provider));
  }
}
