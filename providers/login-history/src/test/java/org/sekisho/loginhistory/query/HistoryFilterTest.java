package org.sekisho.loginhistory.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.Faults;
import org.sekisho.loginhistory.record.RecordKind;
import org.sekisho.loginhistory.record.RecordWriter;
import org.sekisho.network.IpAddress;

class HistoryFilterTest {

  private static HistoryFilter.Text text(String kind, String from, String address, String max) {
    return new HistoryFilter.Text(kind, from, null, address, null, null, null, null, max);
  }

  @Test
  void aPageIsAtLeastOneAndAtMostAHundred() {
    Faults faults = new Faults();
    assertThat(HistoryFilter.of(null, text(null, null, null, null), faults).max()).isEqualTo(25);
    assertThat(HistoryFilter.of(null, text(null, null, null, "0"), faults).max()).isEqualTo(1);
    assertThat(HistoryFilter.of(null, text(null, null, null, "9999"), faults).max()).isEqualTo(100);
    assertThat(faults.found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "SIGN-IN, -, -, -, kind",
        "-, yesterday, -, -, from",
        "-, -1, -, -, from",
        "-, -, office, -, address",
        "-, -, 203.0.113.0/33, -, address",
        "-, -, -, many, max",
      })
  void whatCannotBeReadIsNamed(
      String kind, String from, String address, String max, String member) {
    Faults faults = new Faults();
    HistoryFilter.of(null, text(kind, from, address, max), faults);
    assertThat(faults.found()).extracting(Faults.Fault::member).containsExactly(member);
  }

  @Test
  void kindsAndBlocksAreRead() {
    Faults faults = new Faults();
    HistoryFilter filter =
        HistoryFilter.of("key", text("REFUSAL,SIGN_IN", "5", "203.0.113.0/24", "7"), faults);
    assertThat(faults.found()).isEmpty();
    assertThat(filter.kinds()).containsExactly(RecordKind.SIGN_IN, RecordKind.REFUSAL);
    assertThat(filter.network()).hasToString("203.0.113.0/24");
    assertThat(filter.from()).isEqualTo(5);
  }

  @Test
  void keysOfAddressesSortAsAddressesDo() {
    String office = RecordWriter.addressKey("203.0.113.9");
    assertThat(office)
        .hasSize(32)
        .isEqualTo(RecordWriter.addressKey("::ffff:203.0.113.9"))
        .isBetween(RecordWriter.addressKey("203.0.113.0"), RecordWriter.addressKey("203.0.113.255"))
        .isLessThan(RecordWriter.addressKey("203.0.114.0"));
    assertThat(RecordWriter.addressKey(IpAddress.parse("2001:db8::1").orElseThrow()))
        .isEqualTo("20010db8000000000000000000000001");
    assertThat(RecordWriter.addressKey("localhost")).isNull();
  }
}
