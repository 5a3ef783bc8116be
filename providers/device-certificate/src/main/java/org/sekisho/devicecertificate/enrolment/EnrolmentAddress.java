package org.sekisho.devicecertificate.enrolment;

import jakarta.ws.rs.core.UriBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** Addresses of the page on which a device enrols. */
public final class EnrolmentAddress {

  private EnrolmentAddress() {}

  /**
   * The address to open on the device. The token is in the fragment, which browsers keep to
   * themselves: it is in no log, and what follows links in mails does not use it up.
   */
  public static String of(KeycloakSession session, RealmModel tenant, String token) {
    return page(session, tenant).build() + "#" + token;
  }

  static UriBuilder page(KeycloakSession session, RealmModel tenant) {
    return session
        .getContext()
        .getUri(UrlType.FRONTEND)
        .getBaseUriBuilder()
        .path("realms")
        .path(tenant.getName())
        .path(EnrolmentResourceFactory.ID);
  }
}
