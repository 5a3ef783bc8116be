package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/**
 * Microsoft Graph as an application meets it: below {@code /graph/v1.0}, with a token of one
 * directory, showing nothing of any other. The calls without {@code /graph} are for test drivers.
 */
final class GraphApi {

  private static final String BASE = "/graph/v1.0";
  private static final String FEDERATION = BASE + "/domains/{domain}/federationConfiguration";
  private static final String GLOBAL_ADMINISTRATORS =
      "directoryRoles(roleTemplateId='62e90394-69f5-4237-9190-012177145e10')";
  private static final int LARGEST_PAGE = 999;

  private final String address;
  private final Directories directories;
  private final GraphTokens tokens;
  private final GraphFaults faults;
  private final DomainApi domainApi;
  private final Domains domains;
  private final Users users;
  private volatile int pageLimit = LARGEST_PAGE;

  GraphApi(
      String address,
      Directories directories,
      GraphTokens tokens,
      GraphFaults faults,
      DomainApi domainApi,
      Domains domains,
      Users users) {
    this.address = address;
    this.directories = directories;
    this.tokens = tokens;
    this.faults = faults;
    this.domainApi = domainApi;
    this.domains = domains;
    this.users = users;
  }

  void addTo(Routes routes) {
    routes.get(BASE + "/domains", request -> read(request, this::listDomains));
    routes.get(BASE + "/domains/{domain}", request -> read(request, this::oneDomain));
    routes.get(BASE + "/users", request -> read(request, this::listUsers));
    routes.get(
        BASE + "/{role}/members/microsoft.graph.user", request -> read(request, this::members));
    routes.get(FEDERATION, request -> ofDomain("GET", request, domainApi::list));
    routes.post(FEDERATION, request -> ofDomain("POST", request, domainApi::create));
    routes.patch(FEDERATION + "/{id}", request -> ofDomain("PATCH", request, domainApi::change));
    routes.delete(FEDERATION + "/{id}", request -> ofDomain("DELETE", request, domainApi::remove));
    routes.put("/graph-pages", this::limitPages);
  }

  private Response limitPages(Request request) {
    pageLimit = Math.max(1, Math.min(LARGEST_PAGE, Json.object(request).path("size").asInt(999)));
    return Response.empty(204);
  }

  private Response read(Request request, BiFunction<Request, String, Response> answer) {
    String directory = tokens.directoryOf(request);
    requirePermission(directory);
    return faults.answer("GET", "", () -> answer.apply(request, directory));
  }

  private Response ofDomain(String method, Request request, Function<Request, Response> answer) {
    String directory = tokens.directoryOf(request);
    requirePermission(directory);
    String domain = Domains.normal(request.fromPath("domain"));
    Directories.Entry entry =
        directories
            .domain(directory, domain)
            .orElseThrow(() -> GraphProblem.notFound("The domain"));
    if (!entry.verified()) {
      throw GraphProblem.badRequest("The domain is not verified.");
    }
    return faults.answer(method, domain, () -> answer.apply(request));
  }

  private void requirePermission(String directory) {
    if (!directories.permits(directory)) {
      throw GraphProblem.of(
          403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }
  }

  private Response listDomains(Request request, String directory) {
    return page(
        request,
        "domains",
        directories.domainsOf(directory).stream().map(this::json).toList(),
        LARGEST_PAGE);
  }

  private Response oneDomain(Request request, String directory) {
    return directories
        .domain(directory, request.fromPath("domain"))
        .map(entry -> Response.json(200, json(entry)))
        .orElseThrow(() -> GraphProblem.notFound("The domain"));
  }

  private ObjectNode json(Directories.Entry entry) {
    ObjectNode json = Json.newObject();
    json.put("id", entry.name());
    json.put(
        "authenticationType", domains.find(entry.name()).isPresent() ? "Federated" : "Managed");
    json.put("isVerified", entry.verified());
    json.put("isInitial", entry.name().endsWith(".onmicrosoft.com"));
    json.put("isRoot", true);
    return json;
  }

  private Response listUsers(Request request, String directory) {
    List<ObjectNode> all =
        users.all().stream()
            .filter(user -> directories.has(directory, user))
            .map(user -> selected(user, request))
            .toList();
    return page(request, "users", all, pageLimit);
  }

  private Response members(Request request, String directory) {
    if (!request.fromPath("role").equals(GLOBAL_ADMINISTRATORS)) {
      throw GraphProblem.notFound("The role");
    }
    List<ObjectNode> all =
        users.all().stream()
            .filter(user -> directories.has(directory, user))
            .filter(directories::isGlobalAdministrator)
            .map(user -> selected(user, request))
            .toList();
    return page(request, "members", all, pageLimit);
  }

  /** Only what was selected; the immutable ID is never told unasked. */
  private static ObjectNode selected(DirectoryUser user, Request request) {
    ObjectNode whole = UserJson.write(user, true);
    List<String> wanted = List.of(request.query().get("$select").orElse("").split(",", -1));
    return wanted.equals(List.of(""))
        ? UserJson.write(user, false)
        : whole.retain(
            java.util.stream.Stream.concat(java.util.stream.Stream.of("id"), wanted.stream())
                .toList());
  }

  private Response page(Request request, String what, List<ObjectNode> all, int limit) {
    int asked = number(request.query().get("$top").orElse("100"));
    int size = Math.min(limit, Math.max(1, Math.min(LARGEST_PAGE, asked)));
    int from = Math.min(all.size(), number(request.query().get("$skiptoken").orElse("0")));
    int to = Math.min(all.size(), from + size);
    ObjectNode page = Json.newObject();
    page.put("@odata.context", address + BASE + "/$metadata#" + what);
    ArrayNode value = page.putArray("value");
    value.addAll(all.subList(from, to));
    if (to < all.size()) {
      String rest =
          request.rawQuery().replaceAll("&?%24skiptoken=[0-9]*|&?\\$skiptoken=[0-9]*", "");
      page.put("@odata.nextLink", address + BASE + "/" + what + "?" + rest + "&$skiptoken=" + to);
    }
    return Response.json(200, page);
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,6}")) {
      throw GraphProblem.badRequest("Not a number.");
    }
    return Integer.parseInt(text);
  }
}
