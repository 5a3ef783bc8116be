package org.sekisho.tenant.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A DNS that knows what a test has put into it. */
final class DnsInMemory implements DnsResolver {

  private final Map<String, List<String>> texts = new HashMap<>();
  private boolean reachable = true;

  DnsInMemory publish(String name, String... values) {
    texts.put(name, List.of(values));
    return this;
  }

  DnsInMemory unreachable() {
    reachable = false;
    return this;
  }

  @Override
  public List<String> texts(String name) throws DnsUnavailableException {
    if (!reachable) {
      throw new DnsUnavailableException("not reachable");
    }
    return texts.getOrDefault(name, List.of());
  }

  @Override
  public void close() {}
}
