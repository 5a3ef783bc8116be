package org.sekisho.it;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A browser's TLS at the listener for device certificates. It sends its certificate whatever
 * issuers the server names, as a browser would not.
 */
final class DeviceTls {

  /**
   * Where nobody signs in from. One address has so many handshakes in a minute, and who waits for a
   * change uses them up.
   */
  private static final String ONLOOKER = "192.0.2.1";

  private final SSLContext context;
  private final Way way;
  private final Hints hints = new Hints();

  /** At the listener of the server that all tests share. Without a certificate for null. */
  DeviceTls(TestDevice device) {
    this(device, Way.announced(Setup.PORTS.certauth()));
  }

  /** At another listener than that of the server that all tests share. */
  DeviceTls(TestDevice device, int port) {
    this(device, Way.announced(port));
  }

  /** By a way of its own. Without a certificate where the device is null. */
  DeviceTls(TestDevice device, Way way) {
    this.way = way;
    context = context(device == null ? hints : new Always(hints, device.key(), device.chain()));
  }

  /** TLS for who wants to know nothing of the server's certificate. */
  static SSLContext context(KeyManager... keys) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, new TrustManager[] {new AnyServer()}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /**
   * An answer; names of headers in lower case.
   *
   * @param resumed whether an earlier TLS session went on: the server asked for no certificate, and
   *     goes by the one of then
   */
  record Answer(int status, Map<String, String> headers, String body, boolean resumed) {

    URI location() {
      if (!headers.containsKey("location")) {
        throw new AssertionError("no way on from " + status + ": " + body);
      }
      return URI.create(headers.get("location"));
    }
  }

  /** Gets an address. */
  Answer get(URI uri, String from, Map<String, String> headers) {
    String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
    request.append("Host: ").append(uri.getAuthority()).append("\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    request.append("\r\n");
    hints.seen = Optional.empty();
    try (SSLSocket socket = connect(uri.getHost(), from)) {
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return read(answer, hints.seen.isEmpty());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /** The names of the issuers that a host asks for. */
  List<String> issuers(String host) throws IOException {
    return asks(host).orElse(List.of());
  }

  /** The names of the issuers whose certificates a host asks for; empty where it asks for none. */
  Optional<List<String>> asks(String host) throws IOException {
    hints.seen = Optional.empty();
    connect(host, ONLOOKER).close();
    return hints.seen;
  }

  private SSLSocket connect(String host, String from) throws IOException {
    Socket plain = way.open(from);
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, host, plain.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setServerNames(List.of(new SNIHostName(host)));
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(20_000);
    socket.startHandshake();
    return socket;
  }

  private static Answer read(String answer, boolean resumed) {
    if (answer.isEmpty()) {
      throw new AssertionError("no answer");
    }
    int end = answer.indexOf("\r\n\r\n");
    String[] lines = answer.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>();
    Arrays.stream(lines)
        .skip(1)
        .map(line -> line.split(": ", 2))
        .forEach(header -> headers.put(header[0].toLowerCase(Locale.ROOT), header[1]));
    return new Answer(
        Integer.parseInt(lines[0].split(" ", -1)[1]), headers, answer.substring(end + 4), resumed);
  }

  /** Has no certificate, and notes which issuers were asked for. */
  private static class Hints extends X509ExtendedKeyManager {

    private volatile Optional<List<String>> seen = Optional.empty();

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      seen = Optional.of(Arrays.stream(issuers).map(Principal::getName).toList());
      return null;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return null;
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return null;
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return null;
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return null;
    }
  }

  /** Sends one certificate always. */
  private static final class Always extends Hints {

    private final Hints notes;
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    Always(Hints notes, PrivateKey key, List<X509Certificate> chain) {
      this.notes = notes;
      this.key = key;
      this.chain = chain;
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      notes.chooseClientAlias(types, issuers, socket);
      return "device";
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return chain.toArray(new X509Certificate[0]);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }
  }

  /** The listener's certificate is a self-signed one in tests. */
  private static final class AnyServer extends X509ExtendedTrustManager {

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}
  }
}
