package org.sekisho.certauthority.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.sekisho.certauthority.TestPki;

class RocaFingerprintTest {

  /** Of 2048 bits, with no factor below 1000, and no prime: nothing else is wrong with it. */
  static BigInteger foulModulus() {
    BigInteger product = BigInteger.ONE;
    BigInteger small = BigInteger.ONE;
    for (int n = 3; n < 1000; n++) {
      BigInteger candidate = BigInteger.valueOf(n);
      if (candidate.isProbablePrime(30)) {
        small = small.multiply(candidate);
        product = n <= 167 ? product.multiply(candidate) : product;
      }
    }
    BigInteger power = BigInteger.valueOf(65_537).modPow(BigInteger.valueOf(1234567), product);
    BigInteger foul =
        product.multiply(BigInteger.ONE.shiftLeft(2047).divide(product)).add(power).add(product);
    while (!foul.testBit(0)
        || !foul.gcd(small).equals(BigInteger.ONE)
        || foul.isProbablePrime(30)) {
      foul = foul.add(product);
    }
    return foul;
  }

  @Test
  void aModulusOfTheFoulFormIsRecognised() {
    assertThat(RocaFingerprint.matches(foulModulus())).isTrue();
    assertThat(RocaFingerprint.matches(foulModulus().add(BigInteger.TWO))).isFalse();
  }

  @Test
  void soundModuliPass() {
    for (int i = 0; i < 5; i++) {
      BigInteger sound = ((RSAPublicKey) TestPki.rsa(1024).getPublic()).getModulus();
      assertThat(RocaFingerprint.matches(sound)).isFalse();
    }
  }
}
