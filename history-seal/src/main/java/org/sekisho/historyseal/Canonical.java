package org.sekisho.historyseal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Feeds texts into a hash so that two lists of texts never read alike: each text is its length in
 * bytes as four bytes, big-endian, and its UTF-8; a missing one is the length -1 alone.
 */
final class Canonical {

  private static final byte[] MISSING = ByteBuffer.allocate(4).putInt(-1).array();

  private Canonical() {}

  static void add(MessageDigest hash, String text) {
    if (text == null) {
      hash.update(MISSING);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    hash.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    hash.update(bytes);
  }
}
