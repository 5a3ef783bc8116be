package org.sekisho.federation.microsoft365;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** Microsoft 365 of a tenant. The tenant is that of the address and no parameter. */
@Produces(MediaType.APPLICATION_JSON)
public final class Microsoft365Resource {

  private final FederationCall call;

  Microsoft365Resource(FederationCall call) {
    this.call = call;
  }

  @GET
  public Answers.Overview overview() {
    call.requireReader();
    return call.worker().read(view -> new Answers(view, call.config()).overview());
  }

  /** The description of this part of the API. */
  @GET
  @Path("openapi.json")
  public InputStream openApi() {
    call.requireReader();
    return Microsoft365Resource.class.getResourceAsStream("openapi-microsoft365.json");
  }

  @Path("directory")
  public DirectoryResource directory() {
    return new DirectoryResource(call);
  }

  @Path("rollover")
  public RolloverResource rollover() {
    return new RolloverResource(call);
  }

  @Path("domains/{domain}")
  public DomainResource domain(@PathParam("domain") String name) {
    return new DomainResource(call, name);
  }
}
