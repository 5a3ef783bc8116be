package org.sekisho.devicecertificate.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The text of a file as spreadsheets save it: UTF-8, or what Japanese Windows uses. Pure. */
final class CsvText {

  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"));
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvText() {}

  /** Without a byte order mark; empty where it is in neither of the two. */
  static Optional<String> of(byte[] file) {
    for (Charset charset : CHARSETS) {
      Optional<String> text = decoded(file, charset);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> decoded(byte[] file, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException another) {
      return Optional.empty();
    }
  }
}
