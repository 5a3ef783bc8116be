package org.sekisho.certauthority.keystore;

import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;

/**
 * How to reach a token: a hardware security module, or SoftHSM2 in tests.
 *
 * @param library the PKCS#11 library of the vendor
 * @param slotIndex which of the library's slots, from 0
 * @param pin the user's PIN; from the server's configuration only
 */
public record Pkcs11Token(Path library, int slotIndex, String pin) {

  /**
   * Java's provider for this token. Keys that it makes stay in the token: sensitive and not
   * extractable, whatever the token's own defaults are.
   */
  Provider provider() {
    String settings =
        String.join(
            "\n",
            "--name = SekishoCa" + slotIndex,
            "library = \"" + library.toString().replace("\\", "\\\\") + "\"",
            "slotListIndex = " + slotIndex,
            "attributes(generate, CKO_PRIVATE_KEY, *) = {",
            "  CKA_TOKEN = true",
            "  CKA_SENSITIVE = true",
            "  CKA_EXTRACTABLE = false",
            "  CKA_SIGN = true",
            "}");
    try {
      return Security.getProvider("SunPKCS11").configure(settings);
    } catch (RuntimeException unusable) {
      throw new CaKeyException(CaKeyException.Reason.UNAVAILABLE, unusable);
    }
  }

  @Override
  public String toString() {
    return "Pkcs11Token[" + library + ", " + slotIndex + "]";
  }
}
