package org.sekisho.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** How a client's connection reaches a port of this machine. */
@FunctionalInterface
interface Way {

  /**
   * Connects.
   *
   * @param client the address that the client has, where the way can tell it
   */
  Socket open(String client) throws IOException;

  /** As through a load balancer, which tells the client's address by the PROXY protocol (v1). */
  static Way announced(int port) {
    return client -> {
      Socket socket = direct(port).open(client);
      boolean six = client.contains(":");
      String header =
          "PROXY %s %s %s 40000 443\r\n"
              .formatted(six ? "TCP6" : "TCP4", client, six ? "::1" : "127.0.0.1");
      socket.getOutputStream().write(header.getBytes(StandardCharsets.US_ASCII));
      return socket;
    };
  }

  /** Without anything between. */
  static Way direct(int port) {
    return client -> new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** Without anything between, from another address of the loopback network, such as 127.0.0.9. */
  static Way boundTo(String address, int port) {
    return client -> {
      Socket socket = new Socket();
      socket.bind(new InetSocketAddress(address, 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    };
  }
}
