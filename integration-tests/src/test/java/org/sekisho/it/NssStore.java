package org.sekisho.it;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.stream.Stream;

/** The store where Chromium on Linux looks for its user's certificates (NSS), below a home. */
final class NssStore {

  private static final String PASS_PHRASE = "only-for-the-way-in";

  private final Path home;

  private NssStore(Path home) {
    this.home = home;
  }

  /** Whether the programs of Debian's package libnss3-tools are there. */
  static boolean isPossible() {
    return Stream.of("certutil", "pk12util").allMatch(NssStore::isInstalled);
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** An empty one in a home of its own. */
  static NssStore create() throws IOException {
    Path homes = Setup.LAYOUT.work().resolve("homes");
    Files.createDirectories(homes);
    NssStore store = new NssStore(Files.createTempDirectory(homes, "user"));
    Files.createDirectories(store.database());
    store.run("certutil", "-N", "--empty-password");
    return store;
  }

  Path home() {
    return home;
  }

  private Path database() {
    return home.resolve(".pki/nssdb");
  }

  /** Imports a device's key and certificates. */
  void importDevice(TestDevice device) throws IOException, GeneralSecurityException {
    KeyStore file = KeyStore.getInstance("PKCS12");
    file.load(null, null);
    file.setKeyEntry(
        "device",
        device.key(),
        PASS_PHRASE.toCharArray(),
        device.chain().toArray(new Certificate[0]));
    Path p12 = home.resolve("device.p12");
    try (OutputStream out = Files.newOutputStream(p12)) {
      file.store(out, PASS_PHRASE.toCharArray());
    }
    importFile(p12, PASS_PHRASE);
  }

  void importFile(Path p12, String passPhrase) throws IOException {
    run("pk12util", "-i", p12.toString(), "-W", passPhrase);
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command =
        Stream.concat(Stream.of(program, "-d", "sql:" + database()), Stream.of(arguments)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(program + " failed: " + said);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
