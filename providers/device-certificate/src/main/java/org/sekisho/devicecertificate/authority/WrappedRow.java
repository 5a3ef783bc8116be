package org.sekisho.devicecertificate.authority;

import java.util.Base64;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.keystore.StoredKey;
import org.sekisho.certauthority.keystore.WrappedKeyStore;

/**
 * The columns of an issuing CA that its wrapped key needs.
 *
 * @param material base64, as {@code publicKey}
 */
public record WrappedRow(String id, String tenant, int number, String material, String publicKey) {

  StoredKey key() {
    Base64.Decoder base64 = Base64.getDecoder();
    return new StoredKey(WrappedKeyStore.SCHEME, base64.decode(material), base64.decode(publicKey));
  }

  Generation generation() {
    return new Generation(tenant, number);
  }
}
