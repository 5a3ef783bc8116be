package org.sekisho.pages;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** Takes the place of Keycloak's pages by its order. */
public final class QuickLoginFormsFactory extends FreeMarkerLoginFormsProviderFactory {

  /** Keycloak makes a theme anew where its cache was cleared; what was read then goes with it. */
  private final Map<Theme, ReadTheme> themes = Collections.synchronizedMap(new WeakHashMap<>());

  @Override
  public LoginFormsProvider create(KeycloakSession session) {
    return new QuickLoginForms(session, theme -> themes.computeIfAbsent(theme, ReadTheme::of));
  }

  @Override
  public String getId() {
    return "sekisho";
  }

  @Override
  public int order() {
    return 10;
  }
}
