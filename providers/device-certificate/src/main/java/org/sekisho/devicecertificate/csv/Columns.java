package org.sekisho.devicecertificate.csv;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.core.Faults;
import org.sekisho.devicecertificate.device.DeviceNames;
import org.sekisho.devicecertificate.rules.DeviceSettings;

/** Which column is which, as the first line of a file with invitations names them. Pure. */
final class Columns {

  private static final Set<String> YES = Set.of("yes", "true", "1", "はい", "要", "あり");
  private static final Set<String> NO = Set.of("", "no", "false", "0", "いいえ", "不要", "なし");

  /** The columns, by the names that they may have. */
  enum Column {
    USER_ID("userid", "ユーザーid"),
    DEVICE_NAME("devicename", "端末名"),
    PAIRING("pairing", "ペアリングコード"),
    HOURS("hours", "有効時間");

    private final String english;
    private final String japanese;

    Column(String english, String japanese) {
      this.english = english;
      this.japanese = japanese;
    }

    static Optional<Column> called(String name) {
      String plain = plain(name).replace(" ", "");
      return Arrays.stream(values())
          .filter(one -> one.english.equals(plain) || one.japanese.equals(plain))
          .findFirst();
    }
  }

  private final Map<Column, Integer> places;
  private final int count;

  private Columns(Map<Column, Integer> places, int count) {
    this.places = places;
    this.count = count;
  }

  static Columns of(String[] header) throws FileRefusal {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < header.length; i++) {
      String name = header[i].strip();
      Column column =
          Column.called(name)
              .orElseThrow(() -> new FileRefusal(FileFault.COLUMN_UNKNOWN, shortened(name)));
      if (places.put(column, i) != null) {
        throw new FileRefusal(FileFault.COLUMN_TWICE, name);
      }
    }
    if (!places.containsKey(Column.USER_ID)) {
      throw new FileRefusal(FileFault.COLUMN_MISSING, "userId");
    }
    if (!places.containsKey(Column.DEVICE_NAME)) {
      throw new FileRefusal(FileFault.COLUMN_MISSING, "deviceName");
    }
    return new Columns(places, header.length);
  }

  InvitationLine line(int number, String[] cells) {
    List<LineFault> faults = new ArrayList<>();
    if (cells.length > count) {
      faults.add(LineFault.CELLS);
    }
    String userId = cell(cells, Column.USER_ID);
    if (userId.isEmpty()) {
      faults.add(LineFault.USER_MISSING);
    }
    Faults named = new Faults();
    String deviceName = DeviceNames.check(cell(cells, Column.DEVICE_NAME), "deviceName", named);
    if (!named.found().isEmpty()) {
      faults.add(LineFault.NAME_INVALID);
    }
    String pairing = plain(cell(cells, Column.PAIRING));
    if (!YES.contains(pairing) && !NO.contains(pairing)) {
      faults.add(LineFault.PAIRING_INVALID);
    }
    String hours = plain(cell(cells, Column.HOURS));
    Integer read = hours.matches("[0-9]{1,3}") ? Integer.valueOf(hours) : null;
    if (!hours.isEmpty() && (read == null || !DeviceSettings.admitsHours(read))) {
      faults.add(LineFault.HOURS_INVALID);
    }
    return new InvitationLine(number, userId, deviceName, YES.contains(pairing), read, faults);
  }

  private String cell(String[] cells, Column column) {
    Integer place = places.get(column);
    return place == null || place >= cells.length ? "" : cells[place].strip();
  }

  /** As a Japanese input method may have left it. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  private static String shortened(String name) {
    return name.length() <= 40 ? name : name.substring(0, 40);
  }
}
