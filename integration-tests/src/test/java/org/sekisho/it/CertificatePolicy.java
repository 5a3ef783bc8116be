package org.sekisho.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.sekisho.launcher.DevicePki;

/**
 * A company's policy that has Chromium send certificates of one issuer without asking, to the
 * listener of this run and to nobody else. It is a file of the whole machine, so it is there while
 * a test needs it and no longer.
 */
final class CertificatePolicy implements AutoCloseable {

  private static final Path FOLDER = Path.of("/etc/chromium/policies/managed");
  private static final Path FILE = FOLDER.resolve("sekisho-test-" + Setup.CERTAUTH_PORT + ".json");

  private final Deque<Path> made = new ArrayDeque<>();

  private CertificatePolicy() {}

  /** Only root may write it, and only Debian's Chromium reads it there. */
  static boolean isPossible() {
    return "root".equals(System.getProperty("user.name"))
        && RealBrowser.executable().getFileName().toString().equals("chromium");
  }

  /**
   * Puts it in force for browsers that start from now on.
   *
   * @param issuer common name of the issuer
   */
  static CertificatePolicy sending(String issuer) throws IOException {
    ObjectMapper json = new ObjectMapper();
    String rule =
        json.writeValueAsString(
            Map.of(
                "pattern",
                "https://[*.]" + DevicePki.DOMAIN + ":" + Setup.CERTAUTH_PORT,
                "filter",
                Map.of("ISSUER", Map.of("CN", issuer))));
    CertificatePolicy policy = new CertificatePolicy();
    FILE.toFile().deleteOnExit();
    try {
      policy.makeFolder(FOLDER);
      Files.writeString(
          FILE, json.writeValueAsString(Map.of("AutoSelectCertificateForUrls", List.of(rule))));
      return policy;
    } catch (IOException failed) {
      policy.close();
      throw failed;
    }
  }

  /** A browser that obeys it. */
  RealBrowser browserAt(Path home) {
    if (!Files.exists(FILE)) {
      throw new IllegalStateException(FILE + " is gone");
    }
    return new RealBrowser(home);
  }

  private void makeFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      makeFolder(folder.getParent());
      Files.createDirectory(folder);
      made.push(folder);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(FILE);
    while (!made.isEmpty()) {
      Files.delete(made.pop());
    }
  }
}
