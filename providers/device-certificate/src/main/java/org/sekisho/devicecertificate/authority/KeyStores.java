package org.sekisho.devicecertificate.authority;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.keycloak.Config;
import org.sekisho.certauthority.keystore.CaKeyStore;
import org.sekisho.certauthority.keystore.KeyEncryptionKeys;
import org.sekisho.certauthority.keystore.Pkcs11KeyStore;
import org.sekisho.certauthority.keystore.Pkcs11Token;
import org.sekisho.certauthority.keystore.WrappedKeyStore;

/** Chooses where private keys of issuing CAs are, by the server's configuration. */
public final class KeyStores {

  private static final String NAME = "spi-sekisho-device-register--sekisho: ";

  private KeyStores() {}

  /**
   * The store that is configured: a token where one is, else the database.
   *
   * @throws IllegalArgumentException naming the option that is missing or cannot be used, without
   *     any part of a secret
   */
  public static CaKeyStore of(Config.Scope scope) {
    String library = scope.get("pkcs11-library");
    return library == null || library.isBlank() ? wrapped(scope) : token(scope, Path.of(library));
  }

  private static CaKeyStore wrapped(Config.Scope scope) {
    String keys = scope.get("key-encryption-keys");
    if (keys == null || keys.isBlank()) {
      throw new IllegalArgumentException(NAME + "key-encryption-keys is missing");
    }
    return new WrappedKeyStore(KeyEncryptionKeys.parse(keys), new SecureRandom());
  }

  private static CaKeyStore token(Config.Scope scope, Path library) {
    String pin = scope.get("pkcs11-pin");
    if (pin == null || pin.isBlank()) {
      throw new IllegalArgumentException(NAME + "pkcs11-pin is missing");
    }
    return new Pkcs11KeyStore(
        new Pkcs11Token(library, scope.getInt("pkcs11-slot-index", 0), pin),
        new SecureRandom(),
        InstantSource.system());
  }
}
