package org.sekisho.core;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What a user has proven in a session, and when (seconds since the epoch). Immutable.
 *
 * <p>An unreadable note means that nothing was proven: a damaged record never opens a door.
 */
public final class ProvenFactors {

  /** Name of the user-session note, and of the authentication note during a sign-in. */
  public static final String NOTE = "sekisho.factors";

  public static final ProvenFactors NONE = new ProvenFactors(Map.of());

  private final Map<Factor, Long> times;

  private ProvenFactors(Map<Factor, Long> times) {
    this.times = times;
  }

  public ProvenFactors with(Factor factor, long epochSecond) {
    Map<Factor, Long> extended = new EnumMap<>(Factor.class);
    extended.putAll(times);
    extended.put(factor, epochSecond);
    return new ProvenFactors(Collections.unmodifiableMap(extended));
  }

  public ProvenFactors without(Factor factor) {
    Map<Factor, Long> fewer = new EnumMap<>(Factor.class);
    fewer.putAll(times);
    fewer.remove(factor);
    return new ProvenFactors(Collections.unmodifiableMap(fewer));
  }

  public boolean contains(Factor factor) {
    return times.containsKey(factor);
  }

  /** True where factors of at least two different kinds were proven. */
  public boolean areMultiFactor() {
    return times.keySet().stream().map(Factor::kind).distinct().count() >= 2;
  }

  /**
   * The oldest of the times, in seconds since the epoch; empty where nothing was proven. A relying
   * party that limits the age of a sign-in must not be told a fresher time than the weakest part.
   */
  public OptionalLong provenSince() {
    return times.values().stream().mapToLong(Long::longValue).min();
  }

  /** The newest of the times, in seconds since the epoch; empty where nothing was proven. */
  public OptionalLong newest() {
    return times.values().stream().mapToLong(Long::longValue).max();
  }

  /** For instance {@code PASSWORD=1795478400,SMS=1795478412}. */
  public String toNote() {
    return times.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(","));
  }

  public static ProvenFactors fromNote(String note) {
    if (note == null || note.isBlank()) {
      return NONE;
    }
    try {
      ProvenFactors factors = NONE;
      for (String entry : note.split(",", -1)) {
        int equals = entry.indexOf('=');
        factors =
            factors.with(
                Factor.valueOf(entry.substring(0, equals)),
                Long.parseLong(entry.substring(equals + 1)));
      }
      return factors;
    } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      return NONE;
    }
  }

  @Override
  public String toString() {
    return toNote();
  }
}
