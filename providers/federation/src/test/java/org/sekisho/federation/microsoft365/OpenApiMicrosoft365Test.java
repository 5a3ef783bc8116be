package org.sekisho.federation.microsoft365;

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

/** The code and its description name the same calls: neither can be forgotten. */
class OpenApiMicrosoft365Test {

  private static final String BASE = "/admin/realms/{tenant}/sekisho/microsoft365";

  @Test
  void theDescriptionNamesEveryCallAndNoOther() throws IOException {
    Set<String> built = new TreeSet<>();
    collect(Microsoft365Resource.class, BASE, built);
    assertThat(built).hasSizeGreaterThan(12);
    assertThat(described()).isEqualTo(built);
  }

  private static void collect(Class<?> resource, String path, Set<String> calls) {
    for (Method method : resource.getDeclaredMethods()) {
      Path own = method.getAnnotation(Path.class);
      String here = own == null ? path : path + "/" + own.value();
      Optional<String> verb = verb(method);
      if (verb.isPresent()) {
        calls.add(verb.get() + " " + here);
      } else if (own != null) {
        collect(method.getReturnType(), here, calls);
      }
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
        Microsoft365Resource.class.getResourceAsStream("openapi-microsoft365.json")) {
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
