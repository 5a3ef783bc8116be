package org.sekisho.standins.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.sekisho.standins.web.Request;

/** The account that may send messages. */
public record TwilioAccount(String sid, String authToken) {

  /** Both the path and the credentials must be this account's. */
  void authorise(Request request) {
    String expected = "Basic " + base64(sid + ":" + authToken);
    String given = request.header("Authorization").orElse("");
    if (!MessageDigest.isEqual(bytes(expected), bytes(given))) {
      throw TwilioProblem.of(401, 20003, "Authenticate");
    }
    if (!sid.equals(request.fromPath("AccountSid"))) {
      throw TwilioProblem.of(404, 20404, "The requested resource was not found");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "TwilioAccount[" + sid + "]";
  }
}
