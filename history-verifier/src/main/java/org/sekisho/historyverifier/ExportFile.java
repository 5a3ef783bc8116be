package org.sekisho.historyverifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import org.sekisho.historyseal.ExportLine;
import org.sekisho.historyseal.ExportVerifier;
import org.sekisho.historyseal.SealCheck;
import org.sekisho.historyseal.VerificationReport;

/** Reads an export, whatever its length, and verifies it. */
final class ExportFile {

  /** The seal of a period names each of its records in 101 characters: this is 300,000 of them. */
  private static final int LONGEST_LINE = 32 * 1024 * 1024;

  /** Nothing is read that another reader might read in another way. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private ExportFile() {}

  static VerificationReport verify(Reader file, SealCheck keys, String knownSeal)
      throws IOException {
    ExportVerifier verifier = new ExportVerifier(keys, knownSeal);
    StringBuilder line = new StringBuilder();
    char[] buffer = new char[64 * 1024];
    long number = 1;
    for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
      for (int i = 0; i < read; i++) {
        if (buffer[i] == '\n') {
          take(verifier, line.toString(), number++);
          line.setLength(0);
        } else if (line.length() < LONGEST_LINE) {
          line.append(buffer[i]);
        } else {
          throw new IOException("line " + number + " is too long");
        }
      }
    }
    boolean cutOff = !line.isEmpty();
    if (cutOff) {
      take(verifier, line.toString(), number);
    }
    return verifier.finish(cutOff);
  }

  private static void take(ExportVerifier verifier, String text, long number) {
    try {
      ExportLine line = JSON.readValue(text, ExportLine.class);
      if (line == null) {
        verifier.unreadable(number);
      } else {
        verifier.add(line);
      }
    } catch (JsonProcessingException unreadable) {
      verifier.unreadable(number);
    }
  }
}
