package org.sekisho.smsotp;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.urls.UrlType;
import org.sekisho.core.Problem;
import org.sekisho.smsotp.sender.SmsSender;
import org.sekisho.smsotp.sender.SmsSender.DeliveryReport;

/** Where the SMS provider reports what became of a message: believed only with its signature. */
public final class DeliveryReportResource implements RealmResourceProvider {

  private static final String REPORTS_PATH = "delivery-reports";

  private final KeycloakSession session;

  DeliveryReportResource(KeycloakSession session) {
    this.session = session;
  }

  /**
   * Where the reports of one message arrive, as the world knows the server, never as a request's
   * Host header says. The address names the message: a report may be faster than the answer that
   * tells the provider's name for it.
   *
   * @param id of the message, as it is reserved
   */
  static URI address(KeycloakSession session, RealmModel realm, String id) {
    return session
        .getContext()
        .getUri(UrlType.FRONTEND)
        .getBaseUriBuilder()
        .path("realms")
        .path(realm.getName())
        .path(DeliveryReportResourceFactory.ID)
        .path(REPORTS_PATH)
        .path("{message}")
        .build(id);
  }

  @POST
  @Path(REPORTS_PATH + "/{message}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response report(
      @PathParam("message") String id,
      @HeaderParam("X-Twilio-Signature") String signature,
      MultivaluedMap<String, String> form) {
    URI url = address(session, session.getContext().getRealm(), id);
    Map<String, String> first =
        form.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0)));
    Optional<DeliveryReport> report =
        session.getProvider(SmsSender.class).readReport(url, first, signature);
    if (report.isEmpty()) {
      return Problem.of("sms-report-not-signed", 403, "Report refused", "The signature is wrong.")
          .toResponse();
    }
    note(id, report.get());
    return Response.noContent().build();
  }

  /** Reports may overtake one another, so one that is not the last must not write. */
  private void note(String id, DeliveryReport report) {
    if (report.last()) {
      SendLog.reportDelivery(
          session.getProvider(JpaConnectionProvider.class).getEntityManager(), id, report.status());
    }
  }

  @Override
  public Object getResource() {
    return this;
  }

  @Override
  public void close() {}
}
