package org.sekisho.federation.application;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.sekisho.core.Problem;

/** The applications of a tenant, and the catalogue that they come from. */
@Produces(MediaType.APPLICATION_JSON)
public final class ApplicationsResource {

  private static final String JAPANESE = "ja";

  private final ApplicationsCall call;

  ApplicationsResource(ApplicationsCall call) {
    this.call = call;
  }

  /** What the tenant's plan lets administrators add. */
  record CatalogueAnswer(List<CatalogueEntry> applications) {}

  /** All applications, by their Japanese names. */
  record Applications(List<ApplicationView> applications) {}

  /** Metadata of a service provider; {@code metadataSigner} as in an application. */
  record MetadataRequest(String metadata, String metadataSigner) {}

  @GET
  public Applications list() {
    call.requireIdAdministrator();
    return new Applications(
        call.tenant()
            .getClientsStream()
            .filter(client -> client.getAttribute(ApplicationState.CATALOGUE_ATTRIBUTE) != null)
            .map(ApplicationState::of)
            .sorted(Comparator.comparing(state -> state.name().get(JAPANESE)))
            .map(state -> view(call, state, null))
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(ApplicationRequest request) {
    call.requireIdAdministrator();
    ApplicationRequest wish = require(request);
    Adding.Added added = call.change(change -> new Adding(change, wish).add());
    return answer(call, 201, added.state(), added.secret());
  }

  @GET
  @Path("catalogue")
  public CatalogueAnswer catalogue() {
    call.requireIdAdministrator();
    List<String> granted = call.plan().catalogue();
    return new CatalogueAnswer(
        Catalogue.all().stream().filter(entry -> granted.contains(entry.id())).toList());
  }

  /** Reads metadata and changes nothing. */
  @POST
  @Path("metadata")
  @Consumes(MediaType.APPLICATION_JSON)
  public MetadataView readMetadata(MetadataRequest request) {
    call.requireIdAdministrator();
    MetadataRequest wish = require(request);
    return describe(wish.metadata(), wish.metadataSigner());
  }

  /** The same with the file itself as the body. */
  @POST
  @Path("metadata")
  @Consumes({"application/samlmetadata+xml", "application/xml", "text/xml"})
  public MetadataView readMetadataFile(@QueryParam("signer") String signer, InputStream file) {
    call.requireIdAdministrator();
    try {
      // One byte more than is read shows that there is more.
      byte[] bytes = file.readNBytes(SpMetadataReader.LARGEST + 1);
      return describe(new String(bytes, StandardCharsets.UTF_8), signer);
    } catch (IOException interrupted) {
      throw bodyMissing();
    }
  }

  private MetadataView describe(String xml, String signer) {
    SpMetadata metadata = MetadataProblems.read(xml, signer, call.now());
    if (metadata == null) {
      throw bodyMissing();
    }
    return MetadataView.of(metadata);
  }

  /** The description of this module's API. */
  @GET
  @Path("openapi.json")
  public InputStream openApi() {
    call.requireIdAdministrator();
    return ApplicationsResource.class.getResourceAsStream("/org/sekisho/federation/openapi.json");
  }

  @Path("{application}")
  public ApplicationResource application(@PathParam("application") String id) {
    return new ApplicationResource(call, id);
  }

  static <T> T require(T body) {
    if (body == null) {
      throw bodyMissing();
    }
    return body;
  }

  private static WebApplicationException bodyMissing() {
    return Problem.of("body-missing", 400, "No request body", "The call needs a body.")
        .toException();
  }

  static ApplicationView view(ApplicationsCall call, ApplicationState state, String secret) {
    return ApplicationView.of(call.session(), call.tenant(), state, secret, call.now());
  }

  /** Nobody on the way may keep an answer: it can hold a secret. */
  static Response answer(ApplicationsCall call, int status, ApplicationState state, String secret) {
    return Response.fromResponse(
            ApplicationVersion.of(state).answer(status, view(call, state, secret)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
