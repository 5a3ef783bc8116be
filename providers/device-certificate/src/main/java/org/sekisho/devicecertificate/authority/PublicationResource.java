package org.sekisho.devicecertificate.authority;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;
import org.sekisho.certauthority.revocation.ocsp.OcspAnswer;
import org.sekisho.certauthority.revocation.ocsp.OcspResponder;
import org.sekisho.devicecertificate.DeviceCertificates;
import org.sekisho.devicecertificate.PerMinuteLimit;
import org.sekisho.network.ClientAddress;

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

  /** RFC 2585 §3: the list in DER. Who has it already is told so, without it being read. */
  @GET
  @Path("crl" + PLACE + ".crl")
  public Response list(
      @PathParam("tenant") String tenant,
      @PathParam("generation") int generation,
      @Context Request request) {
    AuthorityEntity authority = authority(tenant, generation);
    EntityTag tag = new EntityTag(authority.id + "-" + authority.crlNumber);
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        known == null ? ok(list(authority), "application/pkix-crl") : known;
    return answer.tag(tag).header("Cache-Control", "max-age=" + LIST_SECONDS).build();
  }

  private byte[] list(AuthorityEntity authority) {
    return RevocationListEntity.of(
            session.getProvider(JpaConnectionProvider.class).getEntityManager(), authority)
        .orElseThrow(NotFoundException::new);
  }

  /** The issuing CA's certificate in DER. */
  @GET
  @Path("ca" + PLACE + ".cer")
  public Response certificate(
      @PathParam("tenant") String tenant, @PathParam("generation") int generation) {
    try {
      return ok(
              Pem.certificate(authority(tenant, generation).certificate).getEncoded(),
              "application/pkix-cert")
          .header("Cache-Control", "max-age=" + DAY_SECONDS)
          .build();
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

  /** An answer is a signature or a long list, for whoever asks: so not more than the limit. */
  private AuthorityEntity authority(String tenant, int generation) {
    String address = ClientAddress.text(session.getContext().getConnection());
    if (!limit.admits(address, Time.currentTimeMillis())) {
      throw new WebApplicationException(429);
    }
    RealmModel realm = session.realms().getRealmByName(tenant);
    if (realm == null) {
      throw new NotFoundException();
    }
    return new Authorities(session, realm)
        .generation(generation)
        .filter(found -> found.certificate != null)
        .orElseThrow(NotFoundException::new);
  }

  private static Response.ResponseBuilder ok(byte[] der, String type) {
    return Response.ok(der).type(type);
  }

  @Override
  public Object getResource() {
    return this;
  }

  @Override
  public void close() {}
}
