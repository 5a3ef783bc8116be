package org.sekisho.smsotp;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Set;

/** A mobile number in E.164, such as {@code +819012345678}. */
record PhoneNumber(String e164) {

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final String DEFAULT_REGION = "JP";
  private static final int VISIBLE_DIGITS = 4;
  private static final Set<Integer> COUNTRY_CODES = LIBRARY.getSupportedCallingCodes();
  private static final int LONGEST_COUNTRY_CODE = 3;

  /** Why a number was refused; {@code messageKey} names the text for the reader. */
  enum Refusal {
    MALFORMED("sekishoPhoneInvalid"),
    NOT_MOBILE("sekishoPhoneNotMobile"),
    COUNTRY_NOT_ALLOWED("sekishoPhoneCountryNotAllowed");

    final String messageKey;

    Refusal(String messageKey) {
      this.messageKey = messageKey;
    }
  }

  /** Either a number or a refusal; the other one is null. */
  record Reading(PhoneNumber number, Refusal refusal) {}

  /**
   * Reads what a person typed.
   *
   * @param regions ISO 3166 codes of the countries to which codes may be sent
   */
  static Reading read(String typed, Set<String> regions) {
    try {
      String ascii = Normalizer.normalize(typed, Normalizer.Form.NFKC);
      Phonenumber.PhoneNumber parsed = LIBRARY.parse(ascii, DEFAULT_REGION);
      if (!LIBRARY.isValidNumber(parsed)) {
        return new Reading(null, Refusal.MALFORMED);
      }
      if (!regions.contains(LIBRARY.getRegionCodeForNumber(parsed))) {
        return new Reading(null, Refusal.COUNTRY_NOT_ALLOWED);
      }
      return isMobile(parsed)
          ? new Reading(new PhoneNumber(LIBRARY.format(parsed, PhoneNumberFormat.E164)), null)
          : new Reading(null, Refusal.NOT_MOBILE);
    } catch (NumberParseException malformed) {
      return new Reading(null, Refusal.MALFORMED);
    }
  }

  private static boolean isMobile(Phonenumber.PhoneNumber number) {
    PhoneNumberType type = LIBRARY.getNumberType(number);
    return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
  }

  /** For pages, events and logs: only the country code and the last four digits can be read. */
  String masked() {
    String country = "+" + countryCode();
    String rest = e164.substring(country.length());
    int hidden = Math.max(0, rest.length() - VISIBLE_DIGITS);
    return country + " " + "*".repeat(hidden) + rest.substring(hidden);
  }

  /** No code begins with another one (ITU-T E.164), so the shortest that is assigned is the one. */
  private int countryCode() {
    int code = 0;
    for (int i = 1; i < e164.length() && i <= LONGEST_COUNTRY_CODE; i++) {
      code = code * 10 + Character.digit(e164.charAt(i), 10);
      if (COUNTRY_CODES.contains(code)) {
        return code;
      }
    }
    throw new IllegalStateException("not an E.164 number");
  }

  /** By which sends are counted; the same in every tenant. */
  String fingerprint() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(e164.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Masked: this may end up in a log. */
  @Override
  public String toString() {
    return masked();
  }
}
