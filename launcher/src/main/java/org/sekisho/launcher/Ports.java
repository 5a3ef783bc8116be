package org.sekisho.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ports on the loopback interface.
 *
 * @param server sign-in pages and APIs
 * @param management health and metrics of the server
 * @param phone the stand-in for a mobile phone and its SMS provider
 * @param microsoft365 the stand-in for Microsoft 365
 * @param mailGateway the stand-in for a mail gateway
 * @param certauth where devices show their certificates
 */
public record Ports(
    int server, int management, int phone, int microsoft365, int mailGateway, int certauth) {

  public static final Ports DEFAULT = new Ports(8080, 9000, 8181, 8182, 8183, 8444);

  /** All ports moved by the same distance. */
  public Ports movedBy(int distance) {
    return new Ports(
        server + distance,
        management + distance,
        phone + distance,
        microsoft365 + distance,
        mailGateway + distance,
        certauth + distance);
  }

  /** Names the first port that somebody else listens on. */
  Optional<String> taken() {
    return asMap().entrySet().stream()
        .filter(port -> isTaken(port.getValue()))
        .map(port -> port.getValue() + " (" + port.getKey() + ")")
        .findFirst();
  }

  private Map<String, Integer> asMap() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("server", server);
    ports.put("management", management);
    ports.put("phone", phone);
    ports.put("Microsoft 365", microsoft365);
    ports.put("mail gateway", mailGateway);
    ports.put("device certificates", certauth);
    return ports;
  }

  private static boolean isTaken(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return false;
    } catch (IOException taken) {
      return true;
    }
  }

  public String serverUrl() {
    return "http://localhost:" + server;
  }

  public String managementUrl() {
    return "http://localhost:" + management;
  }

  public String phoneUrl() {
    return "http://localhost:" + phone;
  }

  public String microsoft365Url() {
    return "http://localhost:" + microsoft365;
  }

  public String mailGatewayUrl() {
    return "http://localhost:" + mailGateway;
  }
}
