package org.sekisho.loginhistory.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.sekisho.core.Factor;
import org.sekisho.loginhistory.record.RecordKind;

class HistoryCsvTest {

  @Test
  void bothLanguagesHaveTheSameWords() throws IOException {
    assertThat(words("ja").keySet()).isEqualTo(words("en").keySet());
  }

  @Test
  void everyKindAndFactorHasWords() throws IOException {
    assertThat(words("ja").stringPropertyNames())
        .containsAll(Arrays.stream(RecordKind.values()).map(kind -> "kind." + kind).toList())
        .containsAll(Arrays.stream(Factor.values()).map(factor -> "factor." + factor).toList());
    assertThat(new CsvWords("en").kind(RecordKind.SIGN_IN)).isEqualTo("Sign-in");
    assertThat(new CsvWords(null).kind(RecordKind.SIGN_IN)).isEqualTo("サインイン");
    assertThat(new CsvWords("en").reason("of_tomorrow")).isEqualTo("of_tomorrow");
  }

  private static Properties words(String language) throws IOException {
    String file = "/org/sekisho/loginhistory/csv_" + language + ".properties";
    Properties words = new Properties();
    try (InputStream stream = HistoryCsvTest.class.getResourceAsStream(file);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
