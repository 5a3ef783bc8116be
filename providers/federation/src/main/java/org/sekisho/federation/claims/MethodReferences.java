package org.sekisho.federation.claims;

import java.util.Arrays;
import java.util.List;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;

/** Names of factors for the claim {@code amr} (RFC 8176). Pure. */
final class MethodReferences {

  private MethodReferences() {}

  static List<String> of(ProvenFactors proven) {
    return Arrays.stream(Factor.values())
        .filter(proven::contains)
        .map(MethodReferences::name)
        .distinct()
        .toList();
  }

  /**
   * {@code pop} and neither {@code hwk} nor {@code swk}: nobody has attested where the key is. A
   * recovery code is a password for one use, not an answer to a question ({@code kba}).
   */
  private static String name(Factor factor) {
    return switch (factor) {
      case PASSWORD -> "pwd";
      case SMS -> "sms";
      case TOTP, RECOVERY_CODE -> "otp";
      case PASSKEY, DEVICE_CERTIFICATE -> "pop";
    };
  }
}
