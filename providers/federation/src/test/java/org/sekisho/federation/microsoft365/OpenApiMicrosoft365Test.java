package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sekisho.testsupport.ApiCalls;

/** The code and its description name the same calls: neither can be forgotten. */
class OpenApiMicrosoft365Test {

  @Test
  void theDescriptionNamesEveryCallAndNoOther() {
    Set<String> built =
        ApiCalls.of(Microsoft365Resource.class, "/admin/realms/{tenant}/sekisho/microsoft365");
    assertThat(built).hasSizeGreaterThan(12);
    assertThat(
            ApiCalls.describedIn(
                ApiCalls.document(Microsoft365Resource.class, "openapi-microsoft365.json")))
        .isEqualTo(built);
  }
}
