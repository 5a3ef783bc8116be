package org.sekisho.devicecertificate.authority;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;
import org.sekisho.certauthority.revocation.ocsp.OcspAnswer;
import org.sekisho.certauthority.revocation.ocsp.OcspResponder;
import org.sekisho.devicecertificate.DeviceCertificates;
import org.sekisho.devicecertificate.PerMinuteLimit;

/**
 * What others need to check the certificates of tenants' devices: issuing CAs, their lists of
 * revoked certificates, and answers about single ones. All of it is public.
 */
public final class PublicationResource implements RealmResourceProvider {

  private static final String PLACE = "/{tenant:[a-z0-9-]{1,36}}/{generation:[1-9][0-9]{0,3}}";
  private static final int LIST_SECONDS = 600;
  private static final int DAY_SECONDS = 86_400;
  private static final int MOST_BYTES = 8 * 1024 + 1;

  private final KeycloakSession session;
  private final PerMinuteLimit limit;

  PublicationResource(KeycloakSession session, PerMinuteLimit limit) {
    this.session = session;
    this.limit = limit;
  }

  /** RFC 2585 §3: the list in DER. */
  @GET
  @Path("crl" + PLACE + ".crl")
  public Response list(
      @PathParam("tenant") String tenant, @PathParam("generation") int generation) {
    AuthorityEntity authority = authority(tenant, generation);
    if (authority.crl == null) {
      throw new NotFoundException();
    }
    return answer(Base64.getDecoder().decode(authority.crl), "application/pkix-crl", LIST_SECONDS);
  }

  /** The issuing CA's certificate in DER. */
  @GET
  @Path("ca" + PLACE + ".cer")
  public Response certificate(
      @PathParam("tenant") String tenant, @PathParam("generation") int generation) {
    try {
      return answer(
          Pem.certificate(authority(tenant, generation).certificate).getEncoded(),
          "application/pkix-cert",
          DAY_SECONDS);
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** RFC 6960 appendix A.1. */
  @POST
  @Path("ocsp" + PLACE)
  @Consumes(OcspAnswer.REQUEST_TYPE)
  public Response ask(
      @PathParam("tenant") String tenant,
      @PathParam("generation") int generation,
      InputStream request)
      throws IOException {
    return answer(responder(tenant, generation).post(request.readNBytes(MOST_BYTES), now()));
  }

  /** RFC 5019 §5: what caches can keep. */
  @GET
  @Path("ocsp" + PLACE + "/{request:.+}")
  public Response askCached(
      @PathParam("tenant") String tenant,
      @PathParam("generation") int generation,
      @Context UriInfo uri) {
    String start = "/ocsp/" + tenant + "/" + generation + "/";
    String path = uri.getRequestUri().getRawPath();
    return answer(
        responder(tenant, generation)
            .get(path.substring(path.indexOf(start) + start.length()), now()));
  }

  private OcspResponder responder(String tenant, int generation) {
    // Each answer is a signature for whoever asks.
    String address = session.getContext().getConnection().getRemoteAddr();
    if (!limit.admits(address, Time.currentTimeMillis())) {
      throw new WebApplicationException(429);
    }
    AuthorityEntity authority = authority(tenant, generation);
    return new OcspResponder(
        AuthorityKeys.open(DeviceCertificates.of(session).keys(), authority),
        new DeviceStatuses(session, authority));
  }

  private static Response answer(OcspAnswer answer) {
    Response.ResponseBuilder response =
        Response.ok(answer.body())
            .type(OcspAnswer.TYPE)
            .header("Cache-Control", answer.cacheControl())
            .header("ETag", answer.etag());
    answer.nextUpdate().ifPresent(until -> response.expires(Date.from(until)));
    return response.build();
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Time.currentTimeMillis());
  }

  private AuthorityEntity authority(String tenant, int generation) {
    RealmModel realm = session.realms().getRealmByName(tenant);
    if (realm == null) {
      throw new NotFoundException();
    }
    return new Authorities(session, realm)
        .generation(generation)
        .filter(found -> found.certificate != null)
        .orElseThrow(NotFoundException::new);
  }

  private static Response answer(byte[] der, String type, int seconds) {
    return Response.ok(der).type(type).header("Cache-Control", "max-age=" + seconds).build();
  }

  @Override
  public Object getResource() {
    return this;
  }

  @Override
  public void close() {}
}
