package org.sekisho.tenant.entry;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resources.RealmsResource;
import org.sekisho.core.UserId;
import org.sekisho.tenant.register.TenantRegister;

/**
 * The one page that everybody can start from: it asks for the user ID and sends the reader to the
 * tenant that owns its domain. Whether the user exists is not looked at. Nothing is stored.
 */
public final class EntryResource implements RealmResourceProvider {

  static final String ID = "sekisho-entry";
  static final String PATH = "realms/master/" + ID;

  private final KeycloakSession session;

  EntryResource(KeycloakSession session) {
    this.session = session;
  }

  @GET
  public Response ask(
      @QueryParam("ui_locales") String wanted,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    return new EntryPage(session, EntryLanguage.of(wanted, accepted)).empty();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response send(
      @FormParam("username") String typed,
      @QueryParam("ui_locales") String wanted,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    Locale language = EntryLanguage.of(wanted, accepted);
    EntryPage page = new EntryPage(session, language);
    if (typed == null || typed.isBlank()) {
      return page.refused("", "sekishoUserIdMissing");
    }
    Optional<UserId> userId = UserId.parse(typed);
    if (userId.isEmpty()) {
      return page.refused(typed, "sekishoUserIdMalformed");
    }
    return owner(userId.get())
        .map(tenant -> Response.seeOther(signIn(tenant, userId.get(), language)).build())
        .orElseGet(() -> page.refused(userId.get().toString(), "sekishoEntryDomainUnknown"));
  }

  /** One look by primary key; what is found is in Keycloak's cache or one more row. */
  private Optional<RealmModel> owner(UserId userId) {
    return new TenantRegister(session).ownerOf(userId.domain()).map(session.realms()::getRealm);
  }

  /** The address is made of the realm's own name, so nobody can be sent anywhere else. */
  private URI signIn(RealmModel tenant, UserId userId, Locale language) {
    return RealmsResource.realmBaseUrl(session.getContext().getUri())
        .path("sekisho")
        .path("menu")
        .queryParam("login_hint", "{userId}")
        .queryParam("ui_locales", language.getLanguage())
        .build(tenant.getName(), userId.toString());
  }

  @Override
  public Object getResource() {
    return this;
  }

  @Override
  public void close() {}
}
