package org.sekisho.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sekisho.federation.application.ApplicationsResource;
import org.sekisho.federation.information.InformationResource;
import org.sekisho.federation.information.OwnInformationResource;
import org.sekisho.testsupport.ApiCalls;

/** The code and its description name the same calls: neither can be forgotten. */
class OpenApiTest {

  private static final Map<Class<?>, String> RESOURCES =
      Map.of(
          ApplicationsResource.class, "/admin/realms/{tenant}/sekisho/applications",
          InformationResource.class, "/admin/realms/{tenant}/sekisho/federation-information",
          OwnInformationResource.class, "/realms/{tenant}/sekisho-federation");

  @Test
  void theDescriptionNamesEveryCallAndNoOther() {
    Set<String> built = new TreeSet<>();
    RESOURCES.forEach((resource, base) -> built.addAll(ApiCalls.of(resource, base)));
    assertThat(built).hasSizeGreaterThan(12);
    assertThat(
            ApiCalls.describedIn(
                ApiCalls.document(OpenApiTest.class, "/org/sekisho/federation/openapi.json")))
        .isEqualTo(built);
  }
}
