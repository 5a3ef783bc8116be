package org.sekisho.federation.microsoft365;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.http.simple.SimpleHttpRequest;

/** A directory by Microsoft Graph v1.0. */
final class GraphDirectory implements DirectoryTarget {

  /** Global Administrator has the same template in all directories. */
  static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

  private static final int MOST_PAGES = 500;
  private static final String USER_PROPERTIES = "userPrincipalName,accountEnabled";

  private final GraphHttp http;
  private final GraphConfig config;
  private final GraphToken token;

  GraphDirectory(GraphHttp http, GraphConfig config, GraphCredentials credentials) {
    this.http = http;
    this.config = config;
    this.token = new GraphToken(http, config, credentials);
  }

  @Override
  public Optional<DirectoryDomain> domain(String name) {
    return found(() -> get("domain", "/domains/" + name)).map(GraphJson::domain);
  }

  @Override
  public List<DirectoryDomain> domains() {
    return all("domains", "/domains", GraphJson::domain);
  }

  @Override
  public List<DirectoryUser> users() {
    return all(
        "users",
        "/users?$select=" + USER_PROPERTIES + ",onPremisesImmutableId&$top=999",
        GraphJson::user);
  }

  @Override
  public List<DirectoryUser> globalAdministrators() {
    String members =
        "/directoryRoles(roleTemplateId='"
            + GLOBAL_ADMINISTRATOR
            + "')/members/microsoft.graph.user?$select="
            + USER_PROPERTIES;
    try {
      return all("administrators", members, GraphJson::user);
    } catch (DirectoryException failed) {
      if (failed.kind() == DirectoryException.Kind.NOT_FOUND) {
        // A role that nobody has ever had is not there yet.
        return List.of();
      }
      throw failed;
    }
  }

  @Override
  public Optional<FederationSettings> federation(String domain) {
    return found(() -> get("federation", collection(domain)))
        .map(answer -> answer.path("value").path(0))
        .filter(JsonNode::isObject)
        .map(GraphJson::settings);
  }

  /** Not repeated by itself where nobody knows what became of it: it is read back instead. */
  @Override
  public void federate(String domain, FederationSettings settings) {
    http.send(
        "federate",
        false,
        on ->
            authorised(
                on.doPost(config.graphUrl() + collection(domain))
                    .json(GraphJson.creation(settings))));
  }

  @Override
  public void change(String domain, FederationSettings settings) {
    String url = config.graphUrl() + collection(domain) + "/" + segment(settings.id());
    http.send("change", true, on -> authorised(on.doPatch(url).json(GraphJson.change(settings))));
  }

  @Override
  public void remove(String domain, String settingsId) {
    String url = config.graphUrl() + collection(domain) + "/" + segment(settingsId);
    try {
      http.send("remove", true, on -> authorised(on.doDelete(url)));
    } catch (DirectoryException failed) {
      if (failed.kind() != DirectoryException.Kind.NOT_FOUND) {
        throw failed;
      }
    }
  }

  private static String collection(String domain) {
    return "/domains/" + domain + "/federationConfiguration";
  }

  /** An identifier comes from an answer and goes into an address. */
  private static String segment(String id) {
    if (id == null || !id.matches("[A-Za-z0-9-]{1,64}")) {
      throw DirectoryException.unavailable("an identifier that is none");
    }
    return id;
  }

  private JsonNode get(String what, String path) {
    return getUrl(what, config.graphUrl() + path);
  }

  private JsonNode getUrl(String what, String url) {
    JsonNode body = http.send(what, true, on -> authorised(on.doGet(url))).body();
    if (!body.isObject()) {
      throw DirectoryException.unavailable(what + ": the answer is no JSON object");
    }
    return body;
  }

  private <T> List<T> all(String what, String path, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    String url = config.graphUrl() + path;
    for (int pages = 0; url != null; pages++) {
      if (pages == MOST_PAGES) {
        throw DirectoryException.unavailable(what + ": more than " + MOST_PAGES + " pages");
      }
      JsonNode page = getUrl(what, url);
      page.path("value").forEach(entry -> all.add(read.apply(entry)));
      url = next(page.path("@odata.nextLink").asText(null));
    }
    return all;
  }

  /** The token goes along: so the next page is of Graph, or it is not asked for. */
  private String next(String link) {
    if (link == null) {
      return null;
    }
    URI base = config.graphUrl();
    try {
      URI uri = URI.create(link);
      boolean same =
          base.getScheme().equals(uri.getScheme())
              && base.getRawAuthority().equals(uri.getRawAuthority())
              && uri.normalize().getRawPath().startsWith(base.getRawPath() + "/");
      if (same) {
        return link;
      }
    } catch (IllegalArgumentException unreadable) {
      throw DirectoryException.unavailable("a next page whose address cannot be read");
    }
    throw DirectoryException.unavailable("a next page that is not at Graph");
  }

  private SimpleHttpRequest authorised(SimpleHttpRequest request) {
    return request.auth(token.value());
  }

  private static Optional<JsonNode> found(java.util.function.Supplier<JsonNode> call) {
    try {
      return Optional.of(call.get());
    } catch (DirectoryException failed) {
      if (failed.kind() == DirectoryException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failed;
    }
  }
}
