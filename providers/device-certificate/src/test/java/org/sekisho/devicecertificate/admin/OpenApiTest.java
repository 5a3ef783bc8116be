package org.sekisho.devicecertificate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sekisho.devicecertificate.csv.LineFault;
import org.sekisho.devicecertificate.enrolment.EnrolmentResource;
import org.sekisho.devicecertificate.own.OwnDevicesResource;
import org.sekisho.testsupport.ApiCalls;

/** The code and its description name the same calls: neither can be forgotten. */
class OpenApiTest {

  @Test
  void theDescriptionNamesEveryCallAndNoOther() {
    Set<String> built =
        new TreeSet<>(
            ApiCalls.of(TenantDevicesResource.class, "/admin/realms/{tenant}/sekisho/devices"));
    built.addAll(ApiCalls.of(OwnDevicesResource.class, "/realms/{tenant}/sekisho-devices"));
    built.addAll(ApiCalls.of(EnrolmentResource.class, "/realms/{tenant}/sekisho-enrolment"));
    assertThat(built).hasSize(26);
    assertThat(ApiCalls.describedIn(document())).isEqualTo(built);
  }

  @Test
  void everyOperationSaysWhoMayCallAndWhatHeGets() {
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
  void everyFaultOfALineIsDescribed() {
    List<String> described =
        document()
            .at("/components/schemas/Line/properties/faults/items/properties/code/enum")
            .valueStream()
            .map(JsonNode::asText)
            .toList();
    assertThat(described)
        .containsExactlyElementsOf(Arrays.stream(LineFault.values()).map(Enum::name).toList());
  }

  private static JsonNode document() {
    return ApiCalls.document(OpenApiTest.class, "/org/sekisho/devicecertificate/openapi.json");
  }
}
