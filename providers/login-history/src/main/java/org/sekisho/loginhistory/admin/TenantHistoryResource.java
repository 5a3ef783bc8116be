package org.sekisho.loginhistory.admin;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.ZoneId;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.core.Zones;
import org.sekisho.loginhistory.keep.HistoryRules;
import org.sekisho.loginhistory.keep.HistoryRulesStore;
import org.sekisho.loginhistory.own.SignInChecks;
import org.sekisho.loginhistory.query.CsvWords;
import org.sekisho.loginhistory.query.HistoryCsv;
import org.sekisho.loginhistory.query.HistoryFilter;
import org.sekisho.loginhistory.query.HistoryPage;
import org.sekisho.loginhistory.query.HistoryQuery;
import org.sekisho.loginhistory.query.Narrowing;
import org.sekisho.loginhistory.seal.ExportWriter;

/** The history of all users of a tenant. The tenant is that of the address and no parameter. */
@Produces(MediaType.APPLICATION_JSON)
public final class TenantHistoryResource {

  private static final int MOST_CONFIRMATIONS = 1_000;

  private final HistoryReader reader;

  TenantHistoryResource(HistoryReader reader) {
    this.reader = reader;
  }

  @GET
  @Path("openapi.json")
  public InputStream openApi() {
    reader.require();
    return TenantHistoryResource.class.getResourceAsStream(
        "/org/sekisho/loginhistory/openapi.json");
  }

  @GET
  @Path("records")
  public Response records(@BeanParam Narrowing narrowing, @QueryParam("user") String user) {
    reader.require();
    HistoryFilter filter = filter(narrowing, user);
    return secret(
        HistoryPage.of(
            new HistoryQuery(reader.session(), reader.tenant()), filter, reader.tenant(), null));
  }

  @GET
  @Path("records.csv")
  @Produces("text/csv")
  public Response csv(
      @BeanParam Narrowing narrowing,
      @QueryParam("user") String user,
      @QueryParam("zone") String zone,
      @QueryParam("lang") String language) {
    reader.require();
    Faults faults = new Faults();
    ZoneId place = Zones.read(zone, faults);
    faults.refuse("request-invalid", "History not read");
    return new HistoryCsv(
            reader.session().getKeycloakSessionFactory(),
            reader.tenant(),
            place,
            new CsvWords(language))
        .answer(filter(narrowing, user));
  }

  /** Users who have not signed in for 30, 60 or 90 days, or never. */
  @GET
  @Path("dormant")
  public Response dormant(
      @QueryParam("days") String days,
      @QueryParam("after") String after,
      @QueryParam("max") String max) {
    reader.require();
    return secret(new DormantAccounts(reader, Time.currentTimeMillis()).page(days, after, max));
  }

  @GET
  @Path("users/{userId}")
  public Response user(@PathParam("userId") String userId) {
    reader.require();
    UserModel user = reader.session().users().getUserByUsername(reader.tenant(), userId);
    if (user == null) {
      throw Problem.of("user-unknown", 404, "No such user", "The tenant has no such user ID.")
          .toException();
    }
    return secret(LastSignIn.of(user, new HistoryQuery(reader.session(), reader.tenant())));
  }

  /** What users have answered to their sign-ins: the proof that they look at them. */
  @GET
  @Path("confirmations")
  public Response confirmations(@QueryParam("from") String from, @QueryParam("to") String to) {
    reader.require();
    Faults faults = new Faults();
    HistoryFilter period =
        HistoryFilter.of(
            null,
            new HistoryFilter.Text(null, from, to, null, null, null, null, null, null),
            faults);
    faults.refuse("request-invalid", "Confirmations not read");
    return secret(
        Confirmations.of(
            new SignInChecks(reader.session())
                .list(
                    reader.tenant(),
                    period.from() == null ? 0 : period.from(),
                    period.to() == null ? Long.MAX_VALUE : period.to(),
                    MOST_CONFIRMATIONS)));
  }

  /** Records and seals of a period, for the command that verifies them. */
  @GET
  @Path("export")
  @Produces("application/jsonl")
  public Response export(@QueryParam("from") String from, @QueryParam("to") String to) {
    reader.require();
    Faults faults = new Faults();
    HistoryFilter period =
        HistoryFilter.of(
            null,
            new HistoryFilter.Text(null, from, to, null, null, null, null, null, null),
            faults);
    faults.refuse("request-invalid", "History not exported");
    HistoryRules rules = new HistoryRulesStore(reader.session()).of(reader.tenant().getId());
    long keptSince = rules.keptSince(Time.currentTimeMillis());
    return new ExportWriter(reader.session(), reader.tenant(), keptSince)
        .answer(period.from(), period.to());
  }

  private HistoryFilter filter(Narrowing narrowing, String user) {
    Faults faults = new Faults();
    HistoryFilter filter = HistoryFilter.of(key(user), narrowing.all(), faults);
    faults.refuse("request-invalid", "History not read");
    return filter;
  }

  /** Who is gone is looked for by the pseudonym. */
  private String key(String user) {
    if (user == null || user.isBlank()) {
      return null;
    }
    UserModel found = reader.session().users().getUserByUsername(reader.tenant(), user.trim());
    return found != null ? found.getId() : user.trim();
  }

  private static Response secret(Object content) {
    return Response.ok(content).header("Cache-Control", "no-store").build();
  }
}
