package org.sekisho.devicecertificate.listener;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** The files of the listener's own certificate, and whether somebody has replaced them. */
final class ServerCertificate {

  private final Path certificate;
  private final Path key;
  private List<FileTime> seen = List.of();

  ServerCertificate(Path certificate, Path key) {
    this.certificate = certificate;
    this.key = key;
  }

  /** The first certificate of the file. */
  X509Certificate read() throws IOException {
    seen = times();
    try (InputStream file = Files.newInputStream(certificate)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
    } catch (CertificateException unreadable) {
      throw new IOException(certificate + " holds no certificate", unreadable);
    }
  }

  boolean hasChanged() throws IOException {
    return !times().equals(seen);
  }

  private List<FileTime> times() throws IOException {
    return List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
  }
}
