package org.sekisho.loginhistory.query;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sekisho.core.Factor;
import org.sekisho.core.Faults;
import org.sekisho.loginhistory.record.RecordKind;
import org.sekisho.network.Network;

/**
 * Which records are asked for. Fields that are null do not narrow the answer.
 *
 * @param userKey Keycloak's identifier of the user
 * @param kinds empty for all
 * @param from the earliest time, in milliseconds since the epoch
 * @param to the time before which all are
 * @param before identifier of the record after which the page begins; the newest come first
 * @param max 1 to 100
 */
public record HistoryFilter(
    String userKey,
    Set<RecordKind> kinds,
    Long from,
    Long to,
    Network network,
    String application,
    String factor,
    String reference,
    String before,
    int max) {

  public static final int MOST = 100;
  private static final int USUAL = 25;
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
  private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{1,16}");

  /** As a caller has written it. */
  public record Text(
      String kind,
      String from,
      String to,
      String address,
      String application,
      String factor,
      String reference,
      String before,
      String max) {}

  /** Reads what a caller has written; what is wrong with it is added to the faults. */
  public static HistoryFilter of(String userKey, Text text, Faults faults) {
    Optional<Network> network = Network.parse(text.address());
    faults.require(
        "address",
        text.address() == null || network.isPresent(),
        "must be an address or a block in CIDR notation");
    return new HistoryFilter(
        userKey,
        kinds(text.kind(), faults),
        time("from", text.from(), faults),
        time("to", text.to(), faults),
        network.orElse(null),
        text.application(),
        factor(text.factor(), faults),
        matching("reference", upper(text.reference()), REFERENCE, faults),
        matching("before", text.before(), ID, faults),
        max(text.max(), faults));
  }

  /** The same for the page after a record. */
  public HistoryFilter after(String id) {
    return new HistoryFilter(
        userKey, kinds, from, to, network, application, factor, reference, id, max);
  }

  public HistoryFilter withMax(int most) {
    return new HistoryFilter(
        userKey, kinds, from, to, network, application, factor, reference, before, most);
  }

  private static Set<RecordKind> kinds(String text, Faults faults) {
    Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
    if (text == null || text.isBlank()) {
      return kinds;
    }
    try {
      Arrays.stream(text.split(",", -1)).map(RecordKind::valueOf).forEach(kinds::add);
    } catch (IllegalArgumentException unknown) {
      faults.add("kind", "must be among " + EnumSet.allOf(RecordKind.class));
    }
    return kinds;
  }

  private static String factor(String text, Faults faults) {
    if (text == null) {
      return null;
    }
    try {
      return Factor.valueOf(upper(text)).name();
    } catch (IllegalArgumentException unknown) {
      faults.add("factor", "must be one of " + EnumSet.allOf(Factor.class));
      return null;
    }
  }

  private static Long time(String member, String text, Faults faults) {
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9]{1,14}")) {
      faults.add(member, "must be milliseconds since 1970");
      return null;
    }
    return Long.valueOf(text);
  }

  private static String matching(String member, String text, Pattern form, Faults faults) {
    faults.require(member, text == null || form.matcher(text).matches(), "has not its form");
    return text;
  }

  /** A page that is too large is cut and not refused: the caller gets fewer records and goes on. */
  private static int max(String text, Faults faults) {
    if (text == null) {
      return USUAL;
    }
    if (!text.matches("[0-9]{1,9}")) {
      faults.add("max", "must be 1 to " + MOST);
      return USUAL;
    }
    return Math.max(1, Math.min(MOST, Integer.parseInt(text)));
  }

  private static String upper(String text) {
    return text == null ? null : text.trim().toUpperCase(Locale.ROOT);
  }
}
