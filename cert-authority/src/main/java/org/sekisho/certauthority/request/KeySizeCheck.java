package org.sekisho.certauthority.request;

import java.util.Optional;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;

/**
 * The size of an RSA key, before anything is computed with it. A curve has its size by its name.
 */
final class KeySizeCheck implements RequestCheck {

  private static final int SMALLEST = 2048;
  private static final int LARGEST = 4096;

  @Override
  public Optional<RequestRefusal> check(DeviceRequest request) {
    Optional<RSAPublicKey> rsa = CanonicalKey.rsa(request.publicKey());
    if (rsa.isEmpty()) {
      return Optional.empty();
    }
    int bits = rsa.get().getModulus().bitLength();
    return bits >= SMALLEST && bits <= LARGEST
        ? Optional.empty()
        : Optional.of(RequestRefusal.KEY_SIZE_REFUSED);
  }
}
