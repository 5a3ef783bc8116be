package org.sekisho.certauthority.request;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;

/** Refuses keys that do not protect: points beside the curve, foul moduli, odd exponents. */
final class KeyStrengthCheck implements RequestCheck {

  /** NIST SP 800-56B section 6.2 asks for at least 2^16 + 1; above 2^32 no device goes. */
  private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(65_537);

  private static final int LARGEST_EXPONENT_BITS = 32;

  @Override
  public Optional<RequestRefusal> check(DeviceRequest request) {
    Optional<RSAPublicKey> rsa = CanonicalKey.rsa(request.publicKey());
    boolean weak =
        rsa.isPresent()
            && (!isSane(rsa.get().getPublicExponent())
                || RocaFingerprint.matches(rsa.get().getModulus()));
    return weak || !isKey(request) ? Optional.of(RequestRefusal.KEY_WEAK) : Optional.empty();
  }

  private static boolean isSane(BigInteger exponent) {
    return exponent.testBit(0)
        && exponent.compareTo(SMALLEST_EXPONENT) >= 0
        && exponent.bitLength() <= LARGEST_EXPONENT_BITS;
  }

  /** Bouncy Castle looks for the point on its curve, and for factors of the modulus. */
  private static boolean isKey(DeviceRequest request) {
    try {
      return CanonicalKey.of(request.publicKey()) != null;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
