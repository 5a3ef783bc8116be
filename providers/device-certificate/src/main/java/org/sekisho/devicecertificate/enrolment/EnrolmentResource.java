package org.sekisho.devicecertificate.enrolment;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.DeviceConfig;
import org.sekisho.devicecertificate.PerMinuteLimit;
import org.sekisho.devicecertificate.rules.DeviceRules;
import org.sekisho.network.ClientAddress;

/**
 * The page on which a device enrols, and what it calls. Nobody signs in here: the token in the
 * address is the right, and whoever has claimed it has it alone.
 */
public final class EnrolmentResource implements RealmResourceProvider {

  private final KeycloakSession session;
  private final Optional<DeviceConfig> config;
  private final PerMinuteLimit limit;

  EnrolmentResource(KeycloakSession session, Optional<DeviceConfig> config, PerMinuteLimit limit) {
    this.session = session;
    this.config = config;
    this.limit = limit;
  }

  @GET
  @Produces("text/html; charset=UTF-8")
  public Response page() {
    return new EnrolmentPage(session).of(null);
  }

  /** Where the listener leads back to. */
  @GET
  @Path("checked")
  @Produces("text/html; charset=UTF-8")
  public Response checked(@QueryParam("outcome") String outcome) {
    return new EnrolmentPage(session).of(outcome);
  }

  /** A token out of an address. */
  record Token(String token, String pairingCode) {}

  @POST
  @Path("claim")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response claim(Token sent) {
    return new Claiming(session, tenant()).claim(sent);
  }

  @POST
  @Path("certificate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response certificate(Issuance.Wish wish) {
    RealmModel tenant = tenant();
    return new Issuance(session, tenant, config.orElseThrow()).certificate(wish);
  }

  /** A file with a key that the server makes, where the tenant allows it. */
  @POST
  @Path("pkcs12")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response pkcs12(Issuance.FileWish wish) {
    RealmModel tenant = tenant();
    return new Issuance(session, tenant, config.orElseThrow()).file(wish);
  }

  /** The secret of the page that has claimed an enrolment. */
  record Claim(String claim) {}

  /**
   * How far the enrolment has come.
   *
   * @param checkUrl where the device shows its certificate, on a host that its browser has not
   *     seen; null where there is nothing to show
   */
  record Progress(String state, String checkUrl) {}

  @POST
  @Path("status")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response status(Claim sent) {
    RealmModel tenant = tenant();
    EnrolmentEntity found =
        new Enrolments(session, tenant)
            .byClaim(String.valueOf(sent == null ? null : sent.claim()))
            .orElseThrow(() -> Claiming.unknown().toException());
    boolean expired = found.isOpen() && found.expiresAt <= Time.currentTimeMillis();
    boolean issued = found.state == EnrolmentState.ISSUED;
    return Claiming.noStore(
        new Progress(
            expired ? "EXPIRED" : found.state.name(),
            issued
                ? new DeviceProof(session, tenant, config.orElseThrow()).url(found.id).toString()
                : null));
  }

  /** The tenant that is called, where it has devices and the caller is within the limits. */
  private RealmModel tenant() {
    RealmModel tenant = session.getContext().getRealm();
    String address = ClientAddress.text(session.getContext().getConnection());
    if (!limit.admits(address, Time.currentTimeMillis())) {
      throw Problem.of("too-many-requests", 429, "Too many", "Wait a minute.").toException();
    }
    if (config.isEmpty() || !DeviceRules.of(tenant).available()) {
      throw Claiming.unknown().toException();
    }
    return tenant;
  }

  @Override
  public Object getResource() {
    return this;
  }

  @Override
  public void close() {}
}
