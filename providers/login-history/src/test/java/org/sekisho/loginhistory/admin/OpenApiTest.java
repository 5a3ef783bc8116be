package org.sekisho.loginhistory.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.loginhistory.own.OwnHistoryResource;
import org.sekisho.testsupport.ApiCalls;

/** The code and its description name the same calls: neither can be forgotten. */
class OpenApiTest {

  @Test
  void theDescriptionNamesEveryCallAndNoOther() {
    Set<String> built =
        Stream.of(
                ApiCalls.of(
                    TenantHistoryResource.class, "/admin/realms/{tenant}/sekisho/login-history"),
                ApiCalls.of(OwnHistoryResource.class, "/realms/{tenant}/sekisho-login-history"))
            .flatMap(Set::stream)
            .map(call -> call.replace("{userId}", "{user}"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(built).hasSize(12);
    assertThat(
            ApiCalls.describedIn(
                ApiCalls.document(
                    TenantHistoryResource.class, "/org/sekisho/loginhistory/openapi.json")))
        .isEqualTo(built);
  }
}
