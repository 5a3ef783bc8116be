package org.sekisho.devicecertificate.csv;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.EnrolmentMethod;
import org.sekisho.devicecertificate.device.RevocationReason;

/** What codes of files are called in the reader's language. */
public final class DeviceWords {

  private static final String BUNDLE = "org.sekisho.devicecertificate.csv";
  private static final List<String> COLUMNS =
      List.of(
          "user",
          "name",
          "platform",
          "method",
          "hardware",
          "state",
          "serial",
          "issued",
          "expires",
          "lastUsed",
          "revoked",
          "reason",
          "id");

  private final ResourceBundle texts;

  /**
   * The words of a language.
   *
   * @param language English, or Japanese for all others
   */
  public DeviceWords(Locale language) {
    boolean english = Locale.ENGLISH.getLanguage().equals(language.getLanguage());
    this.texts =
        ResourceBundle.getBundle(
            BUNDLE,
            english ? Locale.ENGLISH : Locale.JAPANESE,
            DeviceWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String[] header() {
    return COLUMNS.stream()
        .map(column -> texts.getString("column." + column))
        .toArray(String[]::new);
  }

  String method(EnrolmentMethod method) {
    return texts.getString("method." + method.name());
  }

  String state(DeviceState state) {
    return texts.getString("state." + state.name());
  }

  String reason(RevocationReason reason) {
    return reason == null ? null : texts.getString("reason." + reason.name());
  }

  String yesOrNo(boolean yes) {
    return texts.getString(yes ? "yes" : "no");
  }

  /** What is wrong with a line, and what to do. */
  public String fault(LineFault fault) {
    return texts.getString("line." + fault.name());
  }

  /** Why a file cannot be read, and what to do. */
  public String refusal(FileRefusal refusal) {
    String text = texts.getString("file." + refusal.fault().name());
    return refusal.column() == null ? text : text.replace("{0}", refusal.column());
  }
}
