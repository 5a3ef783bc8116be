package org.sekisho.devicecertificate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.devicecertificate.csv.LineFault;
import org.sekisho.devicecertificate.enrolment.EnrolmentResource;
import org.sekisho.devicecertificate.own.OwnDevicesResource;

/** The code and its description name the same calls: neither can be forgotten. */
class OpenApiTest {

  @Test
  void theDescriptionNamesEveryCallAndNoOther() throws IOException {
    Set<String> built = new TreeSet<>();
    collect(TenantDevicesResource.class, "/admin/realms/{tenant}/sekisho/devices", built);
    collect(OwnDevicesResource.class, "/realms/{tenant}/sekisho-devices", built);
    collect(EnrolmentResource.class, "/realms/{tenant}/sekisho-enrolment", built);
    assertThat(built).hasSize(26);
    assertThat(described()).isEqualTo(built);
  }

  @Test
  void everyOperationSaysWhoMayCallAndWhatHeGets() throws IOException {
    document()
        .get("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      String name = operation.get("operationId").asText();
                      String probe = operation.path("x-probe-status").asText();
                      assertThat(operation.path("x-access").asText()).as(name).isNotEmpty();
                      assertThat(operation.get("responses").has(probe)).as(name).isTrue();
                    }));
  }

  @Test
  void everyFaultOfALineIsDescribed() throws IOException {
    List<String> described =
        document()
            .at("/components/schemas/Line/properties/faults/items/properties/code/enum")
            .valueStream()
            .map(JsonNode::asText)
            .toList();
    assertThat(described)
        .containsExactlyElementsOf(Arrays.stream(LineFault.values()).map(Enum::name).toList());
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
    document()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        name -> calls.add(name.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return calls;
  }

  private static JsonNode document() throws IOException {
    try (InputStream file =
        OpenApiTest.class.getResourceAsStream("/org/sekisho/devicecertificate/openapi.json")) {
      return new ObjectMapper().readTree(file);
    }
  }
}
