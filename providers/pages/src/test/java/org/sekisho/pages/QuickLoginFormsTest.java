package org.sekisho.pages;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.template.TemplateMethodModelEx;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.ThemeManager;
import org.keycloak.services.util.LocaleUtil;
import org.keycloak.theme.Theme;
import org.sekisho.testsupport.Fake;

/** Also breaks when a newer Keycloak hands its pages something else than it does today. */
class QuickLoginFormsTest {

  private static final Locale JAPANESE = Locale.JAPANESE;

  private final Map<String, String> realmsOwn = new HashMap<>();
  private final AtomicInteger readings = new AtomicInteger();
  private final QuickLoginFormsFactory factory = new QuickLoginFormsFactory();
  private boolean cache = true;

  private final RealmModel realm =
      Fake.of(
          RealmModel.class,
          Map.of(
              "isInternationalizationEnabled", none -> true,
              "getDefaultLocale", none -> "ja",
              "getAttribute", named -> named[1],
              "getRealmLocalizationTextsByLocale",
                  language -> language[0].equals("ja") ? realmsOwn : Map.of()));

  private final Theme theme =
      Fake.of(
          Theme.class,
          Map.of(
              "hashCode", none -> 1,
              "equals", other -> true,
              "getProperties", none -> themeProperties(),
              "getEnhancedMessages", asked -> read()));

  private static Properties themeProperties() {
    Properties properties = new Properties();
    properties.setProperty("styles", "css/login.css");
    properties.setProperty("stylesCommon", "vendor/common.css");
    properties.setProperty("scripts", "js/login.js");
    properties.setProperty("darkMode", "true");
    return properties;
  }

  private Properties read() {
    readings.incrementAndGet();
    Properties texts = new Properties();
    texts.setProperty("hello", "{0}、${place}");
    texts.setProperty("place", "関所");
    return LocaleUtil.enhancePropertiesWithRealmLocalizationTexts(
        realm, JAPANESE, Map.of(JAPANESE, texts));
  }

  private KeycloakSession session() {
    Map<String, Fake.Answer> context = new HashMap<>();
    context.put("getRealm", none -> realm);
    context.put("getClient", none -> null);
    context.put("getUri", none -> null);
    ThemeManager themes = Fake.of(ThemeManager.class, Map.of("isCacheEnabled", none -> cache));
    return Fake.of(
        KeycloakSession.class,
        Map.of(
            "getProvider", type -> null,
            "theme", none -> themes,
            "getContext", none -> Fake.of(KeycloakContext.class, context)));
  }

  private static final class KeycloaksForms extends FreeMarkerLoginFormsProvider {
    KeycloaksForms(KeycloakSession session) {
      super(session);
    }

    @Override
    protected Properties handleThemeResources(Theme theme, Locale locale) {
      return super.handleThemeResources(theme, locale);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> handedTo(FreeMarkerLoginFormsProvider forms) throws Exception {
    Field attributes = FreeMarkerLoginFormsProvider.class.getDeclaredField("attributes");
    attributes.setAccessible(true);
    return (Map<String, Object>) attributes.get(forms);
  }

  private QuickLoginForms ours() {
    return (QuickLoginForms) factory.create(session());
  }

  private static String hello(Object method) throws Exception {
    return (String) ((TemplateMethodModelEx) method).exec(List.of("hello", "花子"));
  }

  @Test
  void aPageIsHandedWhatKeycloakHandsIt() throws Exception {
    KeycloaksForms keycloaksForms = new KeycloaksForms(session());
    QuickLoginForms forms = ours();

    assertThat(forms.handleThemeResources(theme, JAPANESE))
        .isEqualTo(keycloaksForms.handleThemeResources(theme, JAPANESE));

    Map<String, Object> keycloaks = handedTo(keycloaksForms);
    Map<String, Object> handed = handedTo(forms);
    assertThat(handed).containsOnlyKeys(keycloaks.keySet());
    assertThat(handed.get("properties")).isEqualTo(keycloaks.get("properties"));
    assertThat(handed.get("darkMode")).isEqualTo(keycloaks.get("darkMode")).isEqualTo(true);
    assertThat(handed.get("themeResources"))
        .usingRecursiveComparison()
        .isEqualTo(keycloaks.get("themeResources"));
    assertThat(hello(handed.get("msg"))).isEqualTo(hello(keycloaks.get("msg"))).isEqualTo("花子、関所");
    assertThat(handed.get("advancedMsg")).hasSameClassAs(keycloaks.get("advancedMsg"));
  }

  @Test
  void aThemeIsReadOnce() {
    ours().handleThemeResources(theme, JAPANESE);
    ours().handleThemeResources(theme, JAPANESE);
    assertThat(readings).hasValue(1);
  }

  @Test
  void aRealmsOwnTextsShowAtOnceAndGoAtOnce() {
    assertThat(ours().handleThemeResources(theme, JAPANESE)).containsEntry("place", "関所");
    realmsOwn.put("place", "箱根");
    assertThat(ours().handleThemeResources(theme, JAPANESE)).containsEntry("place", "箱根");
    realmsOwn.clear();
    assertThat(ours().handleThemeResources(theme, JAPANESE)).containsEntry("place", "関所");
  }

  @Test
  void withoutKeycloaksCacheAThemeIsReadForEachPage() {
    cache = false;
    ours().handleThemeResources(theme, JAPANESE);
    ours().handleThemeResources(theme, JAPANESE);
    assertThat(readings).hasValue(2);
  }
}
