package org.sekisho.certauthority.keystore;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key-encryption keys of the server's configuration. New keys are wrapped under the first; the
 * others open what was wrapped before, until everything is wrapped anew.
 */
public final class KeyEncryptionKeys {

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");
  private static final int OCTETS = 32;

  private final String current;
  private final Map<String, SecretKey> keys;

  private KeyEncryptionKeys(String current, Map<String, SecretKey> keys) {
    this.current = current;
    this.keys = Map.copyOf(keys);
  }

  /**
   * Reads {@code id:base64,id:base64,...}: an id has 1 to 32 small letters, digits and hyphens, a
   * key 32 octets (AES-256). Throws {@link IllegalArgumentException}, which never quotes a key, for
   * everything else.
   */
  public static KeyEncryptionKeys parse(String configured) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    for (String entry : configured.strip().split("\\s*,\\s*", -1)) {
      int colon = entry.indexOf(':');
      String id = entry.substring(0, Math.max(colon, 0));
      if (!ID.matcher(id).matches()) {
        throw new IllegalArgumentException("key-encryption key without an id");
      }
      if (keys.put(id, key(id, entry.substring(colon + 1))) != null) {
        throw new IllegalArgumentException("two key-encryption keys with the id " + id);
      }
    }
    return new KeyEncryptionKeys(keys.keySet().iterator().next(), keys);
  }

  private static SecretKey key(String id, String base64) {
    byte[] octets;
    try {
      octets = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException unreadable) {
      octets = new byte[0];
    }
    if (octets.length != OCTETS) {
      throw new IllegalArgumentException(
          "key-encryption key " + id + " is not the base64 text of 32 octets");
    }
    try {
      return new SecretKeySpec(octets, "AES");
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  String current() {
    return current;
  }

  Optional<SecretKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  @Override
  public String toString() {
    return "KeyEncryptionKeys" + keys.keySet();
  }
}
