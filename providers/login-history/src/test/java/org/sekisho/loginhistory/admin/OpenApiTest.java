package org.sekisho.loginhistory.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.loginhistory.own.OwnHistoryResource;

/** The code and its description name the same calls: neither can be forgotten. */
class OpenApiTest {

  @Test
  void theDescriptionNamesEveryCallAndNoOther() throws IOException {
    Set<String> built = new TreeSet<>();
    collect(TenantHistoryResource.class, "/admin/realms/{tenant}/sekisho/login-history/", built);
    collect(OwnHistoryResource.class, "/realms/{tenant}/sekisho-login-history/", built);
    assertThat(built).hasSize(12);
    assertThat(described()).isEqualTo(built);
  }

  private static void collect(Class<?> resource, String base, Set<String> calls) {
    for (Method method : resource.getDeclaredMethods()) {
      verb(method)
          .ifPresent(
              verb ->
                  calls.add(
                      verb
                          + " "
                          + base
                          + method
                              .getAnnotation(Path.class)
                              .value()
                              .replace("{userId}", "{user}")));
    }
  }

  private static Optional<String> verb(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }

  private static Set<String> described() throws IOException {
    Set<String> calls = new TreeSet<>();
    try (InputStream file =
        TenantHistoryResource.class.getResourceAsStream("/org/sekisho/loginhistory/openapi.json")) {
      JsonNode paths = new ObjectMapper().readTree(file).get("paths");
      paths
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .fieldNames()
                      .forEachRemaining(
                          name -> calls.add(name.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    }
    return calls;
  }
}
