package org.sekisho.certauthority.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sekisho.certauthority.pem.PemFile;

/** Reads a file in PEM and says which one it was where that fails. */
final class Pem {

  private Pem() {}

  static PemFile read(Path file) throws IOException, Refused {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    try {
      return PemFile.read(text);
    } catch (IOException malformed) {
      throw new Refused("notPem", file);
    }
  }
}
