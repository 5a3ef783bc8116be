package org.sekisho.certauthority.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.sekisho.certauthority.TestPki;

class RocaFingerprintTest {

  @Test
  void aModulusOfTheFoulFormIsRecognised() {
    BigInteger product = BigInteger.ONE;
    for (int n = 3; n <= 167; n++) {
      BigInteger candidate = BigInteger.valueOf(n);
      product = candidate.isProbablePrime(30) ? product.multiply(candidate) : product;
    }
    BigInteger power = BigInteger.valueOf(65_537).modPow(BigInteger.valueOf(1234567), product);
    BigInteger foul = product.multiply(BigInteger.ONE.shiftLeft(1800)).add(power);
    assertThat(RocaFingerprint.matches(foul)).isTrue();
    assertThat(RocaFingerprint.matches(foul.add(BigInteger.TWO))).isFalse();
  }

  @Test
  void soundModuliPass() {
    for (int i = 0; i < 5; i++) {
      BigInteger sound = ((RSAPublicKey) TestPki.rsa(1024).getPublic()).getModulus();
      assertThat(RocaFingerprint.matches(sound)).isFalse();
    }
  }
}
