package org.sekisho.tenant.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryLanguageTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, ja",
        "-, 'en-US,en;q=0.9', en",
        "-, 'fr,en;q=0.5,ja;q=0.4', en",
        "-, 'ja-JP,ja;q=0.9,en;q=0.8', ja",
        "-, 'fr', ja",
        "-, 'not a language range;;;', ja",
        "en, 'ja', en",
        "ja, 'en', ja",
        "xx, 'en', en"
      })
  void theLinkDecidesThenTheBrowserThenJapanese(String wanted, String accepted, String expected) {
    assertThat(EntryLanguage.of(wanted, accepted).getLanguage()).isEqualTo(expected);
  }

  @Test
  void onlyTheRootIsTheEntryPage() {
    assertThat(EntryFilter.isRoot("/")).isTrue();
    assertThat(EntryFilter.isRoot("")).isTrue();
    assertThat(EntryFilter.isRoot("/admin/")).isFalse();
    assertThat(EntryFilter.isRoot("//evil.example")).isFalse();
  }
}
