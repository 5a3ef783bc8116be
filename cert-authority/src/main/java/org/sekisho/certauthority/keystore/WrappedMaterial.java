package org.sekisho.certauthority.keystore;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.sekisho.certauthority.Generation;

/**
 * The octets of a wrapped key: version 1, length and text of the key-encryption key's id, 12 octets
 * of initialisation vector, AES-GCM's output.
 */
final class WrappedMaterial {

  static final int IV_OCTETS = 12;
  static final int TAG_OCTETS = 16;
  private static final byte VERSION = 1;
  private static final String PURPOSE = "sekisho-ca-key";

  private final String kek;
  private final byte[] iv;
  private final byte[] sealed;

  WrappedMaterial(String kek, byte[] iv, byte[] sealed) {
    this.kek = kek;
    this.iv = iv.clone();
    this.sealed = sealed.clone();
  }

  String kek() {
    return kek;
  }

  byte[] iv() {
    return iv.clone();
  }

  byte[] sealed() {
    return sealed.clone();
  }

  byte[] encode() {
    byte[] id = kek.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(2 + id.length + iv.length + sealed.length)
        .put(VERSION)
        .put((byte) id.length)
        .put(id)
        .put(iv)
        .put(sealed)
        .array();
  }

  static WrappedMaterial decode(byte[] octets) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(octets);
      if (buffer.get() != VERSION) {
        throw new CaKeyException(CaKeyException.Reason.NOT_AUTHENTIC, "unknown version");
      }
      byte[] id = next(buffer, Byte.toUnsignedInt(buffer.get()));
      byte[] iv = next(buffer, IV_OCTETS);
      if (buffer.remaining() < TAG_OCTETS) {
        throw new CaKeyException(CaKeyException.Reason.NOT_AUTHENTIC, "cut off");
      }
      byte[] sealed = next(buffer, buffer.remaining());
      return new WrappedMaterial(new String(id, StandardCharsets.US_ASCII), iv, sealed);
    } catch (BufferUnderflowException cutOff) {
      throw new CaKeyException(CaKeyException.Reason.NOT_AUTHENTIC, cutOff);
    }
  }

  private static byte[] next(ByteBuffer buffer, int length) {
    byte[] octets = new byte[length];
    buffer.get(octets);
    return octets;
  }

  /**
   * What is authenticated with the key: whose it is and which public key stands beside it, so that
   * rows cannot be swapped. Each part carries its length, so that no two owners read the same.
   */
  static byte[] owner(Generation generation, String kek, byte[] publicKey) {
    ByteArrayOutputStream owner = new ByteArrayOutputStream();
    owner.write(VERSION);
    for (String part : new String[] {PURPOSE, kek, generation.tenant()}) {
      byte[] octets = part.getBytes(StandardCharsets.UTF_8);
      owner.write(octets.length);
      owner.writeBytes(octets);
    }
    owner.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(generation.number()).array());
    owner.writeBytes(publicKey);
    return owner.toByteArray();
  }
}
