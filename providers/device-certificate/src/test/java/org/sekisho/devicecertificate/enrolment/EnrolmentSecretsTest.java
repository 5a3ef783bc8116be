package org.sekisho.devicecertificate.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EnrolmentSecretsTest {

  @RepeatedTest(20)
  void pairingCodesHaveSixDigits() {
    assertThat(EnrolmentSecrets.pairingCode()).matches("[0-9]{6}");
  }

  @Test
  void aPairingCodeCountsForOneEnrolment() {
    String hash = EnrolmentSecrets.pairingHash("one", "123456");
    assertThat(EnrolmentSecrets.matches(hash, EnrolmentSecrets.pairingHash("one", "123456")))
        .isTrue();
    assertThat(EnrolmentSecrets.matches(hash, EnrolmentSecrets.pairingHash("one", "123457")))
        .isFalse();
    assertThat(EnrolmentSecrets.matches(hash, EnrolmentSecrets.pairingHash("two", "123456")))
        .isFalse();
  }

  @Test
  void theHashIsSha256() {
    assertThat(EnrolmentSecrets.hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
