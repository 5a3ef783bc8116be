package org.sekisho.certauthority.leaf;

import java.util.UUID;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * What people see when they pick a certificate. It identifies nothing, and everybody on the way can
 * read it under TLS 1.2: no mail address and no person's name belongs in it.
 *
 * @param deviceId the device's identifier, for the subject alternative name
 * @param label what the user calls the device; cut to 53 characters
 * @param tenant the tenant's name for display; cut to 64 characters
 */
public record DeviceName(UUID deviceId, String label, String tenant) {

  /** Upper bound of common and organization names, RFC 5280 appendix A.1. */
  private static final int LONGEST = 64;

  private static final int SHORT_ID = 8;

  X500Name subject() {
    String id = " (" + deviceId.toString().substring(0, SHORT_ID) + ")";
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.CN, printable(label, LONGEST - id.length()) + id)
        .addRDN(BCStyle.O, printable(tenant, LONGEST))
        .build();
  }

  String uri() {
    return "urn:uuid:" + deviceId;
  }

  /** Without what is not seen or turns the direction of writing: it could fake another name. */
  private static String printable(String text, int longest) {
    String seen =
        text.codePoints()
            .filter(c -> !isHidden(Character.getType(c)))
            .limit(longest)
            .mapToObj(Character::toString)
            .collect(Collectors.joining())
            .strip();
    return seen.isEmpty() ? "-" : seen;
  }

  private static boolean isHidden(int type) {
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
