package org.sekisho.devicecertificate.enrolment;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;
import org.sekisho.core.Tenant;
import org.sekisho.devicecertificate.rules.DeviceRules;

/** The page on which a device enrols: a shell of the portal's theme, filled by its script. */
final class EnrolmentPage {

  private static final String TEMPLATE = "enrol.ftl";
  private static final Set<String> OUTCOMES =
      Set.of(
          "ACTIVE", "NO_CERTIFICATE", "OTHER_CERTIFICATE", "EXPIRED", "REVOKED", "OTHER_PLATFORM");

  private final KeycloakSession session;

  EnrolmentPage(KeycloakSession session) {
    this.session = session;
  }

  /**
   * The page.
   *
   * @param outcome what the listener saw; null before it was asked, and what it cannot say is not
   *     shown
   */
  Response of(String outcome) {
    try {
      RealmModel tenant = session.getContext().getRealm();
      Theme theme = session.theme().getTheme(Theme.Type.ACCOUNT);
      String html =
          session
              .getProvider(FreeMarkerProvider.class)
              .processTemplate(values(tenant, theme, outcome), TEMPLATE, theme);
      return Response.ok(html)
          .header("Cache-Control", "no-store")
          .header("Referrer-Policy", "no-referrer")
          .build();
    } catch (IOException | FreeMarkerException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private Map<String, Object> values(RealmModel tenant, Theme theme, String outcome)
      throws IOException {
    Locale locale = session.getContext().resolveLocale(null);
    Map<String, Object> values = new HashMap<>();
    values.put("locale", locale.toLanguageTag());
    values.put("tenantName", Tenant.calledBy(tenant));
    values.put("apiUrl", EnrolmentAddress.page(session, tenant).build().toString());
    values.put("portalUrl", portal(tenant));
    values.put(
        "resourceUrl",
        Urls.themeRoot(session.getContext().getUri().getBaseUri()).getPath()
            + "/account/"
            + theme.getName());
    values.put("outcome", outcome != null && OUTCOMES.contains(outcome) ? outcome : "");
    values.put("accepts", acceptsHardwareOnly(tenant) ? "hardware" : "");
    values.put("properties", theme.getProperties());
    return values;
  }

  /** Said before anything is used up: the page makes no key that such a tenant takes. */
  private static boolean acceptsHardwareOnly(RealmModel tenant) {
    DeviceRules rules = DeviceRules.of(tenant);
    return rules.available() && rules.settings().hardwareRequired();
  }

  private String portal(RealmModel tenant) {
    return EnrolmentAddress.page(session, tenant)
        .replacePath(session.getContext().getUri().getBaseUri().getPath())
        .path("realms")
        .path(tenant.getName())
        .path("account/")
        .build()
        .toString();
  }
}
