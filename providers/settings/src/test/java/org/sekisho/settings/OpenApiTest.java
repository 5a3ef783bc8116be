package org.sekisho.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sekisho.testsupport.ApiCalls;

/** The code and its description name the same calls: neither can be forgotten. */
class OpenApiTest {

  @Test
  void theDescriptionNamesEveryCallAndNoOther() {
    Set<String> built = ApiCalls.of(SettingsResource.class, "");
    assertThat(built).hasSizeGreaterThan(15);
    assertThat(
            ApiCalls.describedIn(
                ApiCalls.document(SettingsResource.class, "/org/sekisho/settings/openapi.json")))
        .isEqualTo(built);
  }
}
