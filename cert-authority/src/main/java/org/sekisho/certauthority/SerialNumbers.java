package org.sekisho.certauthority;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.Supplier;

/**
 * Serial numbers nobody can guess: 20 octets, positive, so 158 random bits (RFC 5280 section
 * 4.1.2.2 allows 20 octets; the CA/Browser Forum asks for 64 random bits).
 */
public final class SerialNumbers implements Supplier<BigInteger> {

  private static final int OCTETS = 20;

  private final SecureRandom random;

  /** Takes the source of randomness, which must be a cryptographic one. */
  public SerialNumbers(SecureRandom random) {
    this.random = random;
  }

  @Override
  public BigInteger get() {
    byte[] octets = new byte[OCTETS];
    random.nextBytes(octets);
    // The sign bit is off, the bit below is on: always positive and always 20 octets long.
    octets[0] = (byte) ((octets[0] & 0x3f) | 0x40);
    return new BigInteger(octets);
  }
}
