package org.sekisho.loginhistory.own;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.function.Function;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.sekisho.core.Faults;
import org.sekisho.core.PortalCaller;
import org.sekisho.core.Zones;
import org.sekisho.loginhistory.query.CsvWords;
import org.sekisho.loginhistory.query.HistoryCsv;
import org.sekisho.loginhistory.query.HistoryFilter;
import org.sekisho.loginhistory.query.HistoryPage;
import org.sekisho.loginhistory.query.HistoryQuery;
import org.sekisho.loginhistory.query.Narrowing;

/** The own history of the user whose token is sent; no parameter names a user. */
public final class OwnHistoryResource implements RealmResourceProvider {

  private final KeycloakSession session;

  OwnHistoryResource(KeycloakSession session) {
    this.session = session;
  }

  @GET
  @Path("records")
  @Produces(MediaType.APPLICATION_JSON)
  public Response records(@BeanParam Narrowing narrowing) {
    return answer(
        caller ->
            HistoryPage.of(
                new HistoryQuery(session, caller.realm()),
                filter(caller, narrowing),
                caller.realm(),
                caller.userSession().getId()));
  }

  @GET
  @Path("records.csv")
  public Response csv(
      @BeanParam Narrowing narrowing,
      @QueryParam("zone") String zone,
      @QueryParam("lang") String language) {
    PortalCaller caller = PortalCaller.of(session);
    Faults faults = new Faults();
    ZoneId place = Zones.read(zone, faults);
    faults.refuse("request-invalid", "History not read");
    return new HistoryCsv(
            session.getKeycloakSessionFactory(), caller.realm(), place, new CsvWords(language))
        .answer(filter(caller, narrowing));
  }

  @GET
  @Path("information")
  @Produces(MediaType.APPLICATION_JSON)
  public Response information() {
    return answer(caller -> Information.of(session, caller));
  }

  /** "Confirmed": the user has looked at the own sign-ins. */
  @POST
  @Path("confirmations")
  @Produces(MediaType.APPLICATION_JSON)
  public Response confirm() {
    return answer(
        caller ->
            new Confirmation(
                new SignInChecks(session)
                    .keep(caller, SignInChecks.Answer.CONFIRMED, Time.currentTimeMillis())));
  }

  /** "This was not me". */
  @POST
  @Path("reports")
  @Produces(MediaType.APPLICATION_JSON)
  public Response report() {
    return answer(caller -> new SuspiciousSignIn(session, caller).report());
  }

  /**
   * That the user has looked.
   *
   * @param confirmedAt in milliseconds since the epoch
   */
  record Confirmation(long confirmedAt) {}

  private static HistoryFilter filter(PortalCaller caller, Narrowing narrowing) {
    Faults faults = new Faults();
    HistoryFilter filter = HistoryFilter.of(caller.user().getId(), narrowing.own(), faults);
    faults.refuse("request-invalid", "History not read");
    return filter;
  }

  private Response answer(Function<PortalCaller, Object> content) {
    PortalCaller caller = PortalCaller.of(session);
    return Response.ok(content.apply(caller)).header("Cache-Control", "no-store").build();
  }

  @Override
  public Object getResource() {
    return this;
  }

  @Override
  public void close() {}
}
