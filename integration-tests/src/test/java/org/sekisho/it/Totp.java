package org.sekisho.it;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time passwords by the clock (RFC 6238), for users whom a test has given the secret. */
final class Totp {

  private static final String SECRET = "a-secret-of-twenty-b";

  private Totp() {}

  static void addTo(TestUser user) {
    ObjectNode entry = (ObjectNode) user.admin("GET", "", null).body();
    ObjectNode credential = entry.putArray("credentials").addObject();
    credential.put("type", "otp");
    credential.put("userLabel", "App");
    credential.put("secretData", "{\"value\":\"" + SECRET + "\"}");
    credential.put(
        "credentialData",
        "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,"
            + "\"algorithm\":\"HmacSHA1\"}");
    user.admin("PUT", "", entry).orFail("Adding a TOTP credential");
  }

  static String code() {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      long step = Instant.now().getEpochSecond() / 30;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int offset = hash[hash.length - 1] & 15;
      int number = ByteBuffer.wrap(hash, offset, 4).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
