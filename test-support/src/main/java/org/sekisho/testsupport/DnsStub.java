package org.sekisho.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A name server on the loopback interface that knows TXT records only (RFC 1035 §4). A name that it
 * was told nothing of does not exist.
 */
public final class DnsStub implements AutoCloseable {

  private static final int NO_ERROR = 0;
  private static final int SERVER_FAILURE = 2;
  private static final int NO_SUCH_NAME = 3;
  private static final int LARGEST_QUESTION = 512;
  private static final int HEADER = 12;

  private final DatagramSocket socket;
  private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
  private final Map<String, Boolean> failing = new ConcurrentHashMap<>();
  private final Map<String, Boolean> silent = new ConcurrentHashMap<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();

  /** Listens at once; port 0 takes any that is free. */
  public DnsStub(int port) throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread thread = new Thread(this::serve, "dns-stub");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Publishes TXT records of a name; none makes a name that exists without such a record. */
  public void publish(String name, String... values) {
    texts.put(name, List.of(values));
  }

  public void withdraw(String name) {
    texts.remove(name);
  }

  /** Answers with SERVFAIL, as a resolver does whose way to the domain's servers is broken. */
  public void fail(String name) {
    failing.put(name, true);
  }

  /** Never answers for this name. */
  public void fallSilent(String name) {
    silent.put(name, true);
  }

  /** Answers for this name from the next question on. */
  public void speakAgain(String name) {
    silent.remove(name);
  }

  /** How many questions have come. */
  public int questions() {
    return questions.size();
  }

  /** How many questions for a name have come. */
  public int questions(String name) {
    return Collections.frequency(questions, name);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST_QUESTION], LARGEST_QUESTION);
        socket.receive(packet);
        byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
        String name = nameIn(question);
        questions.add(name);
        if (!silent.containsKey(name)) {
          byte[] answer = answer(question, name);
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      } catch (IOException closed) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(closed);
        }
      }
    }
  }

  private static String nameIn(byte[] question) {
    StringBuilder name = new StringBuilder();
    int at = HEADER;
    while (question[at] != 0) {
      int length = question[at];
      name.append(name.isEmpty() ? "" : ".");
      name.append(new String(question, at + 1, length, StandardCharsets.US_ASCII));
      at += length + 1;
    }
    return name.toString();
  }

  private byte[] answer(byte[] question, String name) throws IOException {
    List<String> values = texts.getOrDefault(name, List.of());
    int code = texts.containsKey(name) ? NO_ERROR : NO_SUCH_NAME;
    int length = HEADER + name.length() + 2 + 4;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(question, 0, 2);
    // A response to a recursive question, recursion available.
    out.writeShort(0x8180 | (failing.containsKey(name) ? SERVER_FAILURE : code));
    out.writeShort(1);
    out.writeShort(values.size());
    out.writeInt(0);
    out.write(question, HEADER, length - HEADER);
    for (String value : values) {
      writeRecord(out, value.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }

  private static void writeRecord(DataOutputStream out, byte[] text) throws IOException {
    // The name is the one of the question, by reference.
    out.writeShort(0xC000 | HEADER);
    out.writeShort(16);
    out.writeShort(1);
    out.writeInt(60);
    out.writeShort(text.length + 1);
    out.writeByte(text.length);
    out.write(text);
  }

  @Override
  public void close() {
    socket.close();
  }
}
