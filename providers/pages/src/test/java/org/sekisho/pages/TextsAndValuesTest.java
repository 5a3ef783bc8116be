package org.sekisho.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.keycloak.theme.beans.MessageFormatterMethod;

class TextsAndValuesTest {

  private final Properties texts = new Properties();
  private final Map<String, Object> values = new HashMap<>();
  private final MessageFormatterMethod msg =
      new MessageFormatterMethod(Locale.JAPANESE, new TextsAndValues(texts, values));

  private Object message(Object... arguments) throws Exception {
    return msg.exec(List.of(arguments));
  }

  @Test
  void aTextIsFoundAndAKeyWithoutOneStandsForItself() throws Exception {
    texts.setProperty("hello", "こんにちは");
    assertThat(message("hello")).isEqualTo("こんにちは");
    assertThat(message("unknown")).isEqualTo("unknown");
  }

  @Test
  void aTextMayNameAnotherTextOrAValueOfThePage() throws Exception {
    texts.setProperty("both", "${name}:${realmName}");
    texts.setProperty("name", "関所");
    values.put("realmName", "sakura");
    assertThat(message("both")).isEqualTo("関所:sakura");
  }

  @Test
  void aValueNeverHidesAText() throws Exception {
    texts.setProperty("title", "text");
    values.put("title", "value");
    assertThat(message("title")).isEqualTo("text");
  }

  @Test
  void whatIsNoTextIsNotWritten() throws Exception {
    texts.setProperty("text", "${url}");
    values.put("url", new Object());
    assertThat(message("text")).isEqualTo("url");
  }
}
