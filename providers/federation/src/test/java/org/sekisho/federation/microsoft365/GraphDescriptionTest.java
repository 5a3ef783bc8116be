package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.sekisho.testsupport.VendorDescriptions;

/** What we send and select, against Microsoft's own description of Graph, if somebody has it. */
class GraphDescriptionTest {

  private static JsonNode description() throws IOException {
    Optional<Path> file = VendorDescriptions.graph();
    Assumptions.assumeTrue(file.isPresent(), VendorDescriptions.GRAPH_MISSING);
    return new ObjectMapper().readTree(file.orElseThrow().toFile());
  }

  @Test
  void everyPropertyAndValueIsDescribed() throws IOException {
    JsonNode schemas = description().at("/components/schemas");
    FederationSettings settings =
        new FederationSettings("id", "i", "s", "o", "saml", "C", "N", "enforce");
    JsonNode federation = schemas.at("/microsoft.graph.internalDomainFederation/properties");
    for (String name : GraphJson.creation(settings).keySet()) {
      assertThat(name.startsWith("@odata.") || federation.has(name)).as(name).isTrue();
    }
    assertThat(values(schemas, "federatedIdpMfaBehavior"))
        .containsAll(Stream.of(MfaBehavior.values()).map(MfaBehavior::label).toList());
    assertThat(values(schemas, "authenticationProtocol")).contains(FederationSettings.SAML);
    JsonNode user = schemas.at("/microsoft.graph.user/properties");
    for (String name : List.of("userPrincipalName", "accountEnabled", "onPremisesImmutableId")) {
      assertThat(user.has(name)).as(name).isTrue();
    }
    JsonNode domain = schemas.at("/microsoft.graph.domain/properties");
    assertThat(domain.has("isVerified") && domain.has("authenticationType")).isTrue();
  }

  @Test
  void everyCallIsDescribed() throws IOException {
    JsonNode paths = description().get("paths");
    assertThat(paths.path("/domains").has("get")).isTrue();
    assertThat(paths.path("/domains('{id}')").has("get")).isTrue();
    assertThat(paths.path("/users").has("get")).isTrue();
    JsonNode all = paths.path("/domains('{id}')/federationConfiguration");
    assertThat(all.has("get") && all.has("post")).isTrue();
    JsonNode one = paths.path("/domains('{id}')/federationConfiguration('{id_1}')");
    assertThat(one.has("patch") && one.has("delete")).isTrue();
  }

  private static List<String> values(JsonNode schemas, String type) {
    List<String> values = new ArrayList<>();
    schemas.at("/microsoft.graph." + type + "/enum").forEach(value -> values.add(value.asText()));
    return values;
  }
}
