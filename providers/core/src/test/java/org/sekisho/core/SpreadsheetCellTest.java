package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"})
  void whatASpreadsheetWouldRunBecomesText(String cell) {
    assertThat(SpreadsheetCell.harmless(cell)).isEqualTo("'" + cell);
  }

  @Test
  void otherCellsStayAsTheyAre() {
    assertThat(SpreadsheetCell.harmless("taro@agency.example")).isEqualTo("taro@agency.example");
    assertThat(SpreadsheetCell.harmless("2001:db8::1")).isEqualTo("2001:db8::1");
    assertThat(SpreadsheetCell.harmless(null)).isEmpty();
  }
}
