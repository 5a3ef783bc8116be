package org.sekisho.devicecertificate.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.EnrolmentMethod;
import org.sekisho.devicecertificate.device.RevocationReason;

class DeviceCsvTest {

  private static final DeviceWords ENGLISH = new DeviceWords(Locale.ENGLISH);

  private static DeviceEntity device() {
    DeviceEntity device = new DeviceEntity();
    device.id = "d-1";
    device.name = "=HYPERLINK(\"http://evil.example\")";
    device.platform = "@SUM(A1)";
    device.method = EnrolmentMethod.SERVER;
    device.state = DeviceState.REVOKED;
    device.serial = "1f";
    device.issuedAt = 1_790_000_000_000L;
    device.expiresAt = 1_800_000_000_000L;
    device.revocationReason = RevocationReason.LOST;
    return device;
  }

  @Test
  void aSpreadsheetRunsNothingOfIt() {
    String[] cells =
        new DeviceCsv(null, tenant(), ZoneId.of("Asia/Tokyo"), ENGLISH).cells("+taro", device());
    assertThat(cells)
        .containsExactly(
            "'+taro",
            "'=HYPERLINK(\"http://evil.example\")",
            "'@SUM(A1)",
            "By the server",
            "No",
            "Revoked",
            "1f",
            "2026-09-21 23:13:20 +09:00",
            "2027-01-15 17:00:00 +09:00",
            "",
            "",
            "Lost",
            "d-1");
    assertThat(ENGLISH.header()).hasSameSizeAs(cells);
  }

  private static RealmModel tenant() {
    return (RealmModel)
        java.lang.reflect.Proxy.newProxyInstance(
            DeviceCsvTest.class.getClassLoader(),
            new Class<?>[] {RealmModel.class},
            (proxy, method, arguments) -> "realm");
  }

  @Test
  void bothLanguagesHaveExactlyTheWordsThatAreUsed() throws IOException {
    Stream<String> codes =
        Stream.of(
                names("method", EnrolmentMethod.values()),
                names("state", DeviceState.values()),
                names("reason", RevocationReason.values()),
                names("file", FileFault.values()),
                names("line", LineFault.values()))
            .flatMap(all -> all);
    Stream<String> columns =
        Stream.of(
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
                "id")
            .map(column -> "column." + column);
    String[] all =
        Stream.of(codes, columns, Stream.of("yes", "no")).flatMap(s -> s).toArray(String[]::new);
    assertThat(words("ja").stringPropertyNames()).containsExactlyInAnyOrder(all);
    assertThat(words("en").stringPropertyNames()).containsExactlyInAnyOrder(all);
  }

  @Test
  void whoSpeaksNoEnglishReadsJapanese() {
    assertThat(new DeviceWords(Locale.FRENCH).state(DeviceState.ACTIVE)).isEqualTo("利用中");
    assertThat(new DeviceWords(Locale.UK).state(DeviceState.ACTIVE)).isEqualTo("In use");
    assertThat(
            new DeviceWords(Locale.JAPANESE)
                .refusal(new FileRefusal(FileFault.COLUMN_UNKNOWN, "owner")))
        .contains("「owner」");
  }

  private static Stream<String> names(String group, Enum<?>[] values) {
    return Arrays.stream(values).map(value -> group + "." + value.name());
  }

  private static Properties words(String language) throws IOException {
    String file = "/org/sekisho/devicecertificate/csv_" + language + ".properties";
    Properties words = new Properties();
    try (InputStream stream = DeviceCsvTest.class.getResourceAsStream(file);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
