package org.sekisho.smsotp.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReportTest {

  private static final String SID = "SM0123456789abcdef0123456789abcdef";
  private static final URI URL =
      URI.create("https://sekisho.example/realms/a/sekisho-sms/delivery-reports");
  private static final Map<String, String> FORM =
      Map.of(
          "AccountSid", "AC0123456789abcdef0123456789abcdef",
          "From", "+815012345678",
          "MessageSid", SID,
          "MessageStatus", "delivered",
          "To", "+819012345678");

  private final TwilioSmsSender sender =
      new TwilioSmsSender(
          new TwilioConfig(
              "AC0123456789abcdef0123456789abcdef",
              "s3cret-token",
              "+815012345678",
              null,
              URI.create("http://127.0.0.1:9"),
              Duration.ofMillis(100),
              Duration.ofMillis(100),
              1));

  @Test
  void aSignedReportIsBelieved() {
    assertThat(sender.readReport(URL, FORM, signature("s3cret-token", URL, FORM)))
        .hasValue(new SmsSender.DeliveryReport("delivered", true));
  }

  @ParameterizedTest
  @CsvSource({"sent, false", "sending, false", "failed, true", "undelivered, true", "read, true"})
  void onlyWhatNothingFollowsIsTheLastReport(String status, boolean last) {
    Map<String, String> form = new HashMap<>(FORM);
    form.put("MessageStatus", status);
    assertThat(sender.readReport(URL, form, signature("s3cret-token", URL, form)))
        .hasValue(new SmsSender.DeliveryReport(status, last));
  }

  @Test
  void aReportWithoutSignatureIsNotBelieved() {
    assertThat(sender.readReport(URL, FORM, null)).isEmpty();
    assertThat(sender.readReport(URL, FORM, "")).isEmpty();
    assertThat(sender.readReport(URL, FORM, "nonsense")).isEmpty();
  }

  @Test
  void aReportSignedWithAnotherTokenIsNotBelieved() {
    assertThat(sender.readReport(URL, FORM, signature("another", URL, FORM))).isEmpty();
    assertThat(sender.readReport(URL, FORM, signature("another", URL, Map.of()))).isEmpty();
  }

  @Test
  void aReportSignedForAnotherAddressIsNotBelieved() {
    URI other = URI.create("https://sekisho.example/realms/b/sekisho-sms/delivery-reports/1");
    assertThat(sender.readReport(URL, FORM, signature("s3cret-token", other, FORM))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MessageStatus, failed", "MessageSid, SM00000000000000000000000000000000", "New, x"})
  void aReportThatWasChangedIsNotBelieved(String field, String value) {
    Map<String, String> changed = new HashMap<>(FORM);
    changed.put(field, value);
    assertThat(sender.readReport(URL, changed, signature("s3cret-token", URL, FORM))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MessageSid, ''",
    "MessageSid, AC0123456789abcdef0123456789abcdef",
    "MessageSid,",
    "MessageStatus, ''",
    "MessageStatus, DELIVERED!",
    "MessageStatus, abcdefghijklmnopqrstuvwxyz",
    "MessageStatus,"
  })
  void aSignedReportThatSaysNothingIsDropped(String field, String value) {
    Map<String, String> form = new HashMap<>(FORM);
    if (value == null) {
      form.remove(field);
    } else {
      form.put(field, value);
    }
    assertThat(sender.readReport(URL, form, signature("s3cret-token", URL, form))).isEmpty();
  }

  /** As Twilio signs: HMAC-SHA1 over the address and the sorted fields. */
  private static String signature(String token, URI url, Map<String, String> form) {
    StringBuilder signed = new StringBuilder(url.toString());
    new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] digest = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
