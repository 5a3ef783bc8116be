package org.sekisho.standins.phone;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The value of X-Twilio-Signature: an HMAC over the address and the sorted form fields. */
final class CallbackSignature {
  private CallbackSignature() {}

  static String of(String address, Map<String, String> fields, String authToken) {
    StringBuilder signed = new StringBuilder(address);
    SortedMap<String, String> sorted = new TreeMap<>(fields);
    sorted.forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }
}
