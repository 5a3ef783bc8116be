package org.sekisho.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.sekisho.certauthority.pem.PemFile;
import org.sekisho.launcher.Layout;
import org.sekisho.launcher.Ports;
import org.sekisho.launcher.Server;

/**
 * A server of its own as it stands behind {@code docker/haproxy.cfg}: TLS ends in it, also that of
 * the sign-in pages, and the PROXY protocol alone tells where clients are.
 */
final class BalancedServer implements AutoCloseable {

  private static final int DISTANCE = Setup.DISTANCE + 500;

  /** The phone and the others are those that all tests share. */
  private static final Ports PORTS =
      new Ports(
          Ports.DEFAULT.server() + DISTANCE,
          Ports.DEFAULT.management() + DISTANCE,
          Setup.PORTS.phone(),
          Setup.PORTS.microsoft365(),
          Setup.PORTS.mailGateway(),
          Ports.DEFAULT.certauth() + DISTANCE);

  static final Layout LAYOUT =
      new Layout(Setup.LAYOUT.repository(), Setup.LAYOUT.work().resolve("balanced"));

  /** Where the sign-in pages are, by TLS. */
  static final int SIGN_IN = 8_443 + DISTANCE;

  static final int CERTAUTH = PORTS.certauth();

  /** Where the load balancer listens. */
  static final int BALANCER = 8_445 + DISTANCE;

  private static final int API = 8_081 + DISTANCE;

  private final Server server;
  private final Relay api;

  private BalancedServer(Server server, Relay api) {
    this.server = server;
    this.api = api;
  }

  static BalancedServer start() throws IOException {
    Files.createDirectories(LAYOUT.work());
    Path certificate = LAYOUT.work().resolve("sign-in.pem");
    Path key = LAYOUT.work().resolve("sign-in.key");
    makeCertificate(certificate, key);
    List<String> options =
        List.of(
            "--proxy-protocol-enabled=true",
            "--https-port=" + SIGN_IN,
            "--https-certificate-file=" + certificate,
            "--https-certificate-key-file=" + key,
            "--http-management-scheme=http",
            "--spi-sekisho-device-register--sekisho--proxy-protocol=true",
            "--spi-sekisho-device-register--sekisho--public-port=" + BALANCER);
    Path testAccess = Path.of(System.getProperty("sekisho.testAccess"));
    return new BalancedServer(
        Server.start(LAYOUT, PORTS, options, List.of(testAccess)),
        Relay.at(API, Way.announced(PORTS.server())));
  }

  private static void makeCertificate(Path certificate, Path key) throws IOException {
    KeyPair keys = TestDevice.keyPair();
    Files.writeString(
        certificate,
        PemFile.ofCertificates(
            List.of(TestLeaf.selfSigned(keys, new X500Name("CN=login.localhost")))));
    Files.writeString(
        key,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
  }

  /** Where operators and administrators call it, on this machine. */
  String apiUrl() {
    return "http://localhost:" + API;
  }

  @Override
  public void close() throws IOException {
    api.close();
    server.close();
  }
}
