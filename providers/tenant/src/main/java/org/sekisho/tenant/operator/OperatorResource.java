package org.sekisho.tenant.operator;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.sekisho.tenant.support.OperatorRole;

/** The operators' API, below {@code /admin/realms/master/sekisho}. */
public final class OperatorResource {

  private final OperatorCall call;

  OperatorResource(OperatorCall call) {
    this.call = call;
  }

  @Path("tenants")
  public TenantsResource tenants() {
    return new TenantsResource(call);
  }

  @Path("support-sessions")
  public SupportSessionsResource supportSessions() {
    return new SupportSessionsResource(call);
  }

  /** The description of this API. */
  @GET
  @Path("openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  public InputStream openApi() {
    call.rights().require(OperatorRole.READER);
    return OperatorResource.class.getResourceAsStream("/org/sekisho/tenant/openapi.json");
  }
}
