package org.sekisho.federation.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** An authorization request (OpenID Connect Core 3.1.2.1), decoded. Pure. */
final class OidcRequest {

  private static final List<String> TOLD =
      List.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "response_mode",
          "scope",
          "prompt",
          "max_age",
          "acr_values",
          "claims",
          "code_challenge_method",
          "request_uri",
          "display",
          "ui_locales");

  /** Secrets, names of people, or of no use to anybody. */
  private static final List<String> PRESENT =
      List.of("code_challenge", "state", "nonce", "login_hint", "id_token_hint", "request");

  private static final Set<String> ONCE = Set.copyOf(TOLD);

  private OidcRequest() {}

  static Facts facts(Map<String, List<String>> parameters) {
    Facts facts = new Facts().with("protocol", "openid-connect");
    TOLD.forEach(name -> facts.with(name, first(parameters, name)));
    PRESENT.forEach(name -> facts.present(name, first(parameters, name)));
    parameters.forEach(
        (name, values) -> {
          if (ONCE.contains(name) && values.size() > 1) {
            facts.with("repeated", name);
          }
        });
    return facts;
  }

  private static String first(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(0);
  }
}
