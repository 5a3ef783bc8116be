package org.sekisho.federation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OidcRequestTest {

  @Test
  void secretsAndNamesAreOnlySaidToBeThere() {
    Map<String, String> facts =
        OidcRequest.facts(
                Map.of(
                    "client_id", List.of("app", "other"),
                    "redirect_uri", List.of("https://app.example/\r\nSet-Cookie: x"),
                    "scope", List.of("x".repeat(900)),
                    "state", List.of("secret-state"),
                    "login_hint", List.of("hanako@agency.example"),
                    "id_token_hint", List.of("eyJ.eyJ.sig"),
                    "password", List.of("Toorimasu-2026")))
            .asMap();
    assertThat(facts)
        .containsEntry("client_id", "app")
        .containsEntry("repeated", "client_id")
        .containsEntry("state", "present")
        .containsEntry("login_hint", "present")
        .containsEntry("redirect_uri", "https://app.example/ Set-Cookie: x");
    assertThat(facts.get("scope")).hasSize(201);
    assertThat(facts.toString())
        .doesNotContain("secret-state", "hanako", "eyJ.eyJ.sig", "Toorimasu-2026");
  }
}
