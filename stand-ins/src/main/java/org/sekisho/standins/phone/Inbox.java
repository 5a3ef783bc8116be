package org.sekisho.standins.phone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The texts that arrived, newest first. The oldest go when it is full. */
final class Inbox {
  private static final int CAPACITY = 5000;

  private final Deque<ShortMessage> messages = new ArrayDeque<>();

  synchronized void add(ShortMessage message) {
    messages.addFirst(message);
    if (messages.size() > CAPACITY) {
      messages.removeLast();
    }
  }

  synchronized List<ShortMessage> all() {
    return new ArrayList<>(messages);
  }

  List<ShortMessage> to(Optional<String> number) {
    List<ShortMessage> found = all();
    number.ifPresent(wanted -> found.removeIf(message -> !message.request().to().equals(wanted)));
    return found;
  }

  Optional<ShortMessage> find(String sid) {
    return all().stream().filter(message -> message.sid().equals(sid)).findFirst();
  }

  synchronized void clear() {
    messages.clear();
  }
}
