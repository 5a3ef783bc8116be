package org.sekisho.smsotp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {

  private static final Set<String> JAPAN = Set.of("JP");

  @ParameterizedTest
  @CsvSource({
    "090-1234-5678, +819012345678",
    "09012345678, +819012345678",
    "'  090 1234 5678 ', +819012345678",
    "080-1234-5678, +818012345678",
    "070-1234-5678, +817012345678",
    "+81 90-1234-5678, +819012345678",
    "０９０－１２３４－５６７８, +819012345678",
    "０９０　１２３４　５６７８, +819012345678",
    "090ー1234ー5678, +819012345678",
    "＋８１９０１２３４５６７８, +819012345678",
    "(090)1234-5678, +819012345678"
  })
  void aJapaneseMobileNumberIsReadHoweverItIsTyped(String typed, String e164) {
    assertThat(PhoneNumber.read(typed, JAPAN))
        .isEqualTo(new PhoneNumber.Reading(new PhoneNumber(e164), null));
  }

  @ParameterizedTest
  @CsvSource({
    "'', MALFORMED",
    "taro, MALFORMED",
    "0, MALFORMED",
    "090-1234-567, MALFORMED",
    "090-1234-56789, MALFORMED",
    "+999 12345678, MALFORMED",
    "03-1234-5678, NOT_MOBILE",
    "06-6123-4567, NOT_MOBILE",
    "0120-123-456, NOT_MOBILE",
    "0570-012-345, NOT_MOBILE",
    "+1 650 253 0000, COUNTRY_NOT_ALLOWED",
    "+44 7400 123456, COUNTRY_NOT_ALLOWED",
    "+82 10-2000-0000, COUNTRY_NOT_ALLOWED"
  })
  void anyOtherNumberIsRefusedWithItsReason(String typed, PhoneNumber.Refusal refusal) {
    assertThat(PhoneNumber.read(typed, JAPAN)).isEqualTo(new PhoneNumber.Reading(null, refusal));
  }

  @Test
  void aNumberAbroadIsAllowedOnlyWhereItsCountryIsListed() {
    PhoneNumber.Reading us = PhoneNumber.read("+1 650 253 0000", Set.of("JP", "US"));
    assertThat(us).isEqualTo(new PhoneNumber.Reading(new PhoneNumber("+16502530000"), null));
    assertThat(PhoneNumber.read("090-1234-5678", Set.of("US")).refusal())
        .isEqualTo(PhoneNumber.Refusal.COUNTRY_NOT_ALLOWED);
  }

  @Test
  void aCountryThatSharesItsCodeWithAnAllowedOneIsNotAllowed() {
    // Canada and Jamaica are +1 as well; the latter is dear and a known target of toll fraud.
    assertThat(PhoneNumber.read("+1 876 210 1234", Set.of("US")).refusal())
        .isEqualTo(PhoneNumber.Refusal.COUNTRY_NOT_ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({"+819012345678, +81 ******5678", "+16502530000, +1 ******0000"})
  void onlyTheCountryCodeAndTheLastFourDigitsCanBeRead(String e164, String masked) {
    assertThat(new PhoneNumber(e164).masked()).isEqualTo(masked);
  }

  @Test
  void whateverPrintsANumberPrintsItMasked() {
    PhoneNumber number = new PhoneNumber("+819012345678");
    assertThat(number.toString()).isEqualTo(number.masked()).doesNotContain("9012");
    assertThat(new SendRequest("r", "u", number, "a", false).toString()).doesNotContain("9012");
    assertThat(new PhoneNumber.Reading(number, null).toString()).doesNotContain("9012");
  }

  @Test
  void theFingerprintTellsNumbersApartWithoutShowingThem() {
    String fingerprint = new PhoneNumber("+819012345678").fingerprint();
    assertThat(fingerprint).matches("[0-9a-f]{64}").doesNotContain("9012345678");
    assertThat(new PhoneNumber("+819012345678").fingerprint()).isEqualTo(fingerprint);
    assertThat(new PhoneNumber("+819012345679").fingerprint()).isNotEqualTo(fingerprint);
  }

  @Test
  void aPhoneIsStoredAndLabelledWithoutShowingItsNumber() {
    SmsCredentialModel stored = SmsCredentialModel.of(new PhoneNumber("+819012345678"), 7);
    assertThat(stored.getUserLabel()).isEqualTo("+81 ******5678");
    assertThat(stored.getType()).isEqualTo("sekisho-sms");
    SmsCredentialModel read = SmsCredentialModel.from(stored);
    assertThat(read.number().e164()).isEqualTo("+819012345678");
    assertThat(read.getCreatedDate()).isEqualTo(7);
    assertThat(read.getUserLabel()).isEqualTo("+81 ******5678");
  }
}
