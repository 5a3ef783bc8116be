package org.sekisho.devicecertificate.listener;

import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;

/** The files of the listener's own certificate, and whether somebody has replaced them. */
final class ServerCertificate {

  private final Path certificate;
  private final Path key;
  private List<FileTime> seen = List.of();

  ServerCertificate(Path certificate, Path key) {
    this.certificate = certificate;
    this.key = key;
  }

  /** The certificate and its key as they are now. */
  KeyCertOptions read() throws IOException {
    seen = times();
    return new SameForAllHosts(
        new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString()));
  }

  boolean hasChanged() throws IOException {
    return !times().equals(seen);
  }

  private List<FileTime> times() throws IOException {
    return List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
  }

  /**
   * One certificate, whichever host is named. With the mapping that PEM files come with, Vert.x
   * would keep a context for each host that fits the certificate's wildcard, also for those of no
   * tenant: strangers could push the tenants' contexts out by naming many.
   */
  private record SameForAllHosts(PemKeyCertOptions files) implements KeyCertOptions {

    @Override
    public KeyCertOptions copy() {
      return this;
    }

    @Override
    public KeyManagerFactory getKeyManagerFactory(Vertx vertx) throws Exception {
      return files.getKeyManagerFactory(vertx);
    }

    @Override
    public Function<String, KeyManagerFactory> keyManagerFactoryMapper(Vertx vertx) {
      return host -> null;
    }
  }
}
