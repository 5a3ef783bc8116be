package org.sekisho.devicecertificate.authority;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.Config;
import org.sekisho.certauthority.keystore.CaKeyStore;
import org.sekisho.certauthority.keystore.CombinedKeyStore;
import org.sekisho.certauthority.keystore.KeyEncryptionKeys;
import org.sekisho.certauthority.keystore.Pkcs11KeyStore;
import org.sekisho.certauthority.keystore.Pkcs11Token;
import org.sekisho.certauthority.keystore.WrappedKeyStore;

/**
 * Where private keys of issuing CAs are, by the server's configuration.
 *
 * @param all makes keys in the store that is chosen, and opens those of each that is configured
 * @param wrapped the one in the database; empty where it has no key-encryption keys
 */
public record KeyStores(CaKeyStore all, Optional<WrappedKeyStore> wrapped) {

  private static final String NAME = "spi-sekisho-device-register--sekisho: ";
  private static final int MOST_SLOTS = 1_000;

  /**
   * Reads the configuration.
   *
   * @throws IllegalArgumentException naming the option that is missing or cannot be used, without
   *     any part of a secret
   */
  public static KeyStores of(Config.Scope scope) {
    String scheme =
        switch (scope.get("key-store", "database")) {
          case "database" -> WrappedKeyStore.SCHEME;
          case "pkcs11" -> Pkcs11KeyStore.SCHEME;
          default ->
              throw new IllegalArgumentException(NAME + "key-store must be database or pkcs11");
        };
    Map<String, CaKeyStore> stores = new HashMap<>();
    Optional<WrappedKeyStore> wrapped =
        given(scope, "key-encryption-keys")
            .map(keys -> new WrappedKeyStore(KeyEncryptionKeys.parse(keys), new SecureRandom()));
    wrapped.ifPresent(store -> stores.put(WrappedKeyStore.SCHEME, store));
    given(scope, "pkcs11-library")
        .ifPresent(library -> stores.put(Pkcs11KeyStore.SCHEME, token(scope, Path.of(library))));
    if (!stores.containsKey(scheme)) {
      boolean database = scheme.equals(WrappedKeyStore.SCHEME);
      throw new IllegalArgumentException(
          NAME + (database ? "key-encryption-keys" : "pkcs11-library") + " is missing");
    }
    return new KeyStores(new CombinedKeyStore(scheme, stores), wrapped);
  }

  private static CaKeyStore token(Config.Scope scope, Path library) {
    String pin =
        given(scope, "pkcs11-pin")
            .orElseThrow(() -> new IllegalArgumentException(NAME + "pkcs11-pin is missing"));
    int slot = scope.getInt("pkcs11-slot-index", 0);
    if (slot < 0 || slot > MOST_SLOTS) {
      throw new IllegalArgumentException(NAME + "pkcs11-slot-index must be 0 to " + MOST_SLOTS);
    }
    return new Pkcs11KeyStore(
        new Pkcs11Token(library, slot, pin), new SecureRandom(), InstantSource.system());
  }

  private static Optional<String> given(Config.Scope scope, String option) {
    return Optional.ofNullable(scope.get(option)).filter(value -> !value.isBlank());
  }
}
