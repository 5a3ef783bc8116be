package org.sekisho.standins.mailgateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.sekisho.standins.web.Json;

/** Turns an authorization code into tokens. */
final class TokenEndpoint {
  private final ProviderHttp http;
  private final Tenants tenants;

  TokenEndpoint(ProviderHttp http, Tenants tenants) {
    this.http = http;
    this.tenants = tenants;
  }

  Tokens exchange(Provider provider, PendingSignIn pending, String code, String redirectUri)
      throws GatewayProblem {
    FormEncoding form =
        new FormEncoding()
            .add("grant_type", "authorization_code")
            .add("code", code)
            .add("redirect_uri", redirectUri)
            .add("code_verifier", pending.verifier());
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(provider.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("Authorization", credentials(pending))
                .POST(BodyPublishers.ofString(form.encoded())));
    return read(answer);
  }

  /** By RFC 6749, section 2.3.1, both halves are form-encoded first. */
  private String credentials(PendingSignIn pending) {
    String secret = tenants.secretAt(pending.issuer());
    String pair = FormEncoding.encode(pending.clientId()) + ":" + FormEncoding.encode(secret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static Tokens read(HttpResponse<String> answer) throws GatewayProblem {
    Optional<ObjectNode> json = Json.parseObject(answer.body());
    String error = json.flatMap(found -> Json.text(found, "error")).orElse("no error code");
    GatewayProblem.unless(
        answer.statusCode() == 200,
        "The token endpoint answered " + answer.statusCode() + ": " + error + ".");
    return new Tokens(required(json, "id_token"), required(json, "access_token"));
  }

  private static String required(Optional<ObjectNode> json, String name) throws GatewayProblem {
    return json.flatMap(found -> Json.text(found, name))
        .orElseThrow(() -> new GatewayProblem("The token endpoint sent no " + name + "."));
  }
}
