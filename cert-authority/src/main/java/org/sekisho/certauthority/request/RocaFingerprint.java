package org.sekisho.certauthority.request;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recognises moduli of the library in Infineon chips (CVE-2017-15361), which also stood in TPMs:
 * both primes are powers of 65537 modulo a product of small primes, so the modulus is one modulo
 * each of them. A sound modulus passes as foul with a probability below 2^-27.
 */
final class RocaFingerprint {

  private static final int GENERATOR = 65_537;

  /** The odd primes up to 167, whose product is the one for the larger keys. */
  private static final List<Integer> PRIMES =
      IntStream.rangeClosed(3, 167)
          .filter(n -> BigInteger.valueOf(n).isProbablePrime(30))
          .boxed()
          .toList();

  private RocaFingerprint() {}

  static boolean matches(BigInteger modulus) {
    return PRIMES.stream()
        .allMatch(prime -> isPower(modulus.mod(BigInteger.valueOf(prime)).intValue(), prime));
  }

  /** True where the residue is among the powers of 65537 modulo the prime. */
  private static boolean isPower(int residue, int prime) {
    int power = 1;
    do {
      if (power == residue) {
        return true;
      }
      power = power * (GENERATOR % prime) % prime;
    } while (power != 1);
    return false;
  }
}
