package org.sekisho.devicecertificate.authority;

import java.util.Base64;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.issuing.IssuingCa;
import org.sekisho.certauthority.keystore.CaKeyStore;
import org.sekisho.certauthority.keystore.StoredKey;

/** Issuing CAs as their rows keep them. */
final class AuthorityKeys {

  private AuthorityKeys() {}

  static StoredKey stored(AuthorityEntity authority) {
    Base64.Decoder base64 = Base64.getDecoder();
    return new StoredKey(
        authority.keyScheme,
        base64.decode(authority.keyMaterial),
        base64.decode(authority.publicKey));
  }

  static void store(StoredKey key, AuthorityEntity authority) {
    Base64.Encoder base64 = Base64.getEncoder();
    authority.keyScheme = key.scheme();
    authority.keyMaterial = material(key);
    authority.publicKey = base64.encodeToString(key.publicKey());
  }

  static String material(StoredKey key) {
    return Base64.getEncoder().encodeToString(key.material());
  }

  /** Opens an issuing CA; it is held for one piece of work only. */
  static IssuingCa open(CaKeyStore store, AuthorityEntity authority) {
    Generation generation = generation(authority);
    return new IssuingCa(
        generation,
        Pem.certificate(authority.certificate),
        store.open(generation, stored(authority)));
  }

  static Generation generation(AuthorityEntity authority) {
    return new Generation(authority.tenant, authority.generation);
  }
}
