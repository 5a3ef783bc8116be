package org.sekisho.devicecertificate.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InvitationFileTest {

  private static final String HEADER = "userId,deviceName,pairing,hours\r\n";

  private static List<InvitationLine> read(String text) throws FileRefusal {
    return InvitationFile.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void linesAreReadWithTheirNumbersAndEmptyOnesLeftOut() throws FileRefusal {
    List<InvitationLine> lines =
        read(HEADER + "taro@a.example,受付のPC,yes,48\r\n,,,\r\n\r\njiro@a.example,\"PC, 2\",,\r\n");
    assertThat(lines)
        .containsExactly(
            new InvitationLine(2, "taro@a.example", "受付のPC", true, 48, List.of()),
            new InvitationLine(5, "jiro@a.example", "PC, 2", false, null, List.of()));
  }

  @Test
  void japaneseSpreadsheetsAreReadInTheirEncodingAndWithTheirWords() throws FileRefusal {
    String text = "端末名,ユーザーID,有効時間,ペアリングコード\r\n受付のPC,taro@a.example,４８,はい\r\n";
    InvitationLine line = new InvitationLine(2, "taro@a.example", "受付のPC", true, 48, List.of());
    for (String charset : List.of("UTF-8", "windows-31j")) {
      assertThat(InvitationFile.read(text.getBytes(Charset.forName(charset))))
          .as(charset)
          .containsExactly(line);
    }
    assertThat(read("\uFEFF" + text)).containsExactly(line);
  }

  @ParameterizedTest
  @CsvSource({
    "'x@a.example,PC,yes,24,more', CELLS",
    "',PC,,', USER_MISSING",
    "'x@a.example,,,', NAME_INVALID",
    "'x@a.example', NAME_INVALID",
    "'x@a.example,PC,perhaps,', PAIRING_INVALID",
    "'x@a.example,PC,,0', HOURS_INVALID",
    "'x@a.example,PC,,73', HOURS_INVALID",
    "'x@a.example,PC,,-1', HOURS_INVALID",
    "'x@a.example,PC,,1.5', HOURS_INVALID"
  })
  void whatIsWrongWithALineIsTold(String line, LineFault fault) throws FileRefusal {
    assertThat(read(HEADER + line).get(0).faults()).containsExactly(fault);
  }

  @Test
  void everythingThatIsWrongIsTold() throws FileRefusal {
    assertThat(read(HEADER + ",\"a\nb\",x,y,z").get(0).faults())
        .containsExactly(
            LineFault.CELLS,
            LineFault.USER_MISSING,
            LineFault.NAME_INVALID,
            LineFault.PAIRING_INVALID,
            LineFault.HOURS_INVALID);
  }

  static Stream<Arguments> unreadable() {
    String line = "x@a.example,PC,,\n";
    return Stream.of(
        Arguments.of("", FileFault.EMPTY),
        Arguments.of(HEADER, FileFault.EMPTY),
        Arguments.of("userId,pairing\nx,yes", FileFault.COLUMN_MISSING),
        Arguments.of("deviceName\nPC", FileFault.COLUMN_MISSING),
        Arguments.of("userId,deviceName,owner\nx,PC,y", FileFault.COLUMN_UNKNOWN),
        Arguments.of("userId,deviceName,userId\nx,PC,y", FileFault.COLUMN_TWICE),
        Arguments.of(HEADER + "x,\"PC,,\ny,PC,,", FileFault.QUOTATION),
        Arguments.of(HEADER + line.repeat(1_001), FileFault.TOO_MANY_LINES),
        Arguments.of(HEADER + " ".repeat(InvitationFile.LARGEST), FileFault.TOO_LARGE));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void aFileThatCannotBeReadIsRefused(String text, FileFault fault) {
    assertThat(catchThrowableOfType(FileRefusal.class, () -> read(text)).fault()).isEqualTo(fault);
  }

  @Test
  void whatIsNoTextIsRefused() {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF, (byte) 0xFE, 0};
    assertThat(catchThrowableOfType(FileRefusal.class, () -> InvitationFile.read(picture)).fault())
        .isEqualTo(FileFault.NOT_TEXT);
  }

  @Test
  void aThousandLinesAreTaken() throws FileRefusal {
    assertThat(read(HEADER + "x@a.example,PC,,\n".repeat(1_000))).hasSize(1_000);
  }
}
