package org.sekisho.tenant.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sekisho.testsupport.ApiCalls;

/** The code and its description name the same calls: neither can be forgotten. */
class OpenApiTest {

  @Test
  void theDescriptionNamesEveryCallAndNoOther() {
    Set<String> built = new TreeSet<>(ApiCalls.of(OperatorResource.class, "/master/sekisho"));
    built.addAll(ApiCalls.of(TenantSideResource.class, "/{tenant}/sekisho"));
    assertThat(built).hasSizeGreaterThan(20);
    assertThat(
            ApiCalls.describedIn(
                ApiCalls.document(OperatorResource.class, "/org/sekisho/tenant/openapi.json")))
        .isEqualTo(built);
  }
}
