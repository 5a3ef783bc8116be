package org.sekisho.tenant.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TenantMessagesTest {

  @Test
  void bothLanguagesSayThatThePlanGrantsNoFurtherId() throws IOException {
    Properties japanese = messages("ja");
    assertThat(japanese.stringPropertyNames())
        .isEqualTo(messages("en").stringPropertyNames())
        .contains(UserIdValidator.LIMIT_REACHED);
  }

  private static Properties messages(String language) throws IOException {
    Properties messages = new Properties();
    try (var file =
        TenantMessagesTest.class.getResourceAsStream(
            "/theme-resources/messages/messages_" + language + ".properties")) {
      messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    return messages;
  }
}
