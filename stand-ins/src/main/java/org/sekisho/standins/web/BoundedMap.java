package org.sekisho.standins.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A map for many threads that forgets its oldest entries, so that a stand-in can run for weeks. */
public final class BoundedMap<K, V> {
  private final Map<K, V> entries = new LinkedHashMap<>();
  private final int limit;

  /**
   * Makes an empty map.
   *
   * @param limit how many entries it keeps at most
   */
  public BoundedMap(int limit) {
    this.limit = limit;
  }

  public synchronized void put(K key, V value) {
    entries.remove(key);
    entries.put(key, value);
    if (entries.size() > limit) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  /** Puts the entry if the key is new. Says whether it was. */
  public synchronized boolean putIfAbsent(K key, V value) {
    if (entries.containsKey(key)) {
      return false;
    }
    put(key, value);
    return true;
  }

  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  public synchronized Optional<V> remove(K key) {
    return Optional.ofNullable(entries.remove(key));
  }

  /** Removes what matches and says how many that were. */
  public synchronized int removeIf(Predicate<V> condition) {
    int before = entries.size();
    entries.values().removeIf(condition);
    return before - entries.size();
  }

  /** A copy, oldest first. */
  public synchronized List<V> values() {
    Collection<V> values = entries.values();
    return List.copyOf(values);
  }
}
