package org.sekisho.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.cert.ocsp.OCSPResp;

/**
 * Asks a responder over HTTP, with a connection for each question, as OpenSSL's server wants it.
 */
final class OcspClient {

  private final int port;
  private final byte[] head;
  private final byte[] question;

  OcspClient(int port, byte[] question) {
    this.port = port;
    this.question = question.clone();
    this.head =
        ("POST / HTTP/1.0\r\nContent-Type: application/ocsp-request\r\nContent-Length: "
                + question.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  void ask(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      ask();
    }
  }

  /** Throws {@link IOException} where nobody listens or the answer is none. */
  void ask() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      socket.setTcpNoDelay(true);
      byte[] request = new byte[head.length + question.length];
      System.arraycopy(head, 0, request, 0, head.length);
      System.arraycopy(question, 0, request, head.length, question.length);
      out.write(request);
      out.flush();
      byte[] answer = in.readAllBytes();
      int body = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
      byte[] der = Arrays.copyOfRange(answer, body, answer.length);
      if (body < 4 || new OCSPResp(der).getStatus() != OCSPResp.SUCCESSFUL) {
        throw new IOException("no OCSP answer");
      }
    }
  }
}
