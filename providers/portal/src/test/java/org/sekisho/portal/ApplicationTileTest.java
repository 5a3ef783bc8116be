package org.sekisho.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

class ApplicationTileTest {

  /** What a tile is made of. */
  private record Application(
      boolean enabled,
      String name,
      String description,
      String address,
      String icon,
      String groups) {

    Application(boolean enabled, String name, String description, String address, String icon) {
      this(enabled, name, description, address, icon, null);
    }
  }

  @Test
  void onlyMembersOfTheAssignedGroupsSeeTheTile() {
    assertThat(
            tiles(
                new Application(true, "A", null, "https://a.example/", "icon", "sales,board"),
                new Application(true, "B", null, "https://b.example/", "icon", "board"),
                new Application(true, "C", null, "https://c.example/", "icon", "-"),
                new Application(true, "D", null, "https://d.example/", "icon", null)))
        .extracting(ApplicationTile::name)
        .containsExactly("A", "D");
  }

  @Test
  void aTileHasANameInEachLanguage() {
    assertThat(tiles(new Application(true, "Payroll", null, "https://p.example/", "icon")))
        .extracting(tile -> tile.names().get("ja"))
        .containsExactly("Payroll ja");
  }

  @Test
  void theTilesAreTheApplicationsInTheOrderOfTheirNames() {
    assertThat(
            tiles(
                new Application(
                    true, "Microsoft 365", "Mail", "https://m365.example/", "microsoft-365"),
                new Application(true, "Gateway", null, "https://mail.example/", "mail")))
        .extracting(
            ApplicationTile::name,
            ApplicationTile::description,
            ApplicationTile::url,
            ApplicationTile::icon)
        .containsExactly(
            tuple("Gateway", "", "https://mail.example/", "mail"),
            tuple("Microsoft 365", "Mail", "https://m365.example/", "microsoft-365"));
  }

  @Test
  void anApplicationWithoutNameIsCalledByItsClientId() {
    assertThat(tiles(new Application(true, null, null, "https://mail.example/", "mail")))
        .extracting(ApplicationTile::name)
        .containsExactly("client-id");
  }

  @Test
  void anIconThatThePortalDoesNotKnowIsThatOfAnyApplication() {
    assertThat(tiles(new Application(true, "Payroll", null, "https://pay.example/", "../x")))
        .extracting(ApplicationTile::icon)
        .containsExactly("application");
  }

  @Test
  void whatIsDisabledOrHasNoIconOrLeadsNowhereIsNoTile() {
    assertThat(
            tiles(
                new Application(false, "Disabled", null, "https://a.example/", "icon"),
                new Application(true, "Without icon", null, "https://a.example/", null),
                new Application(true, "Without address", null, null, "icon"),
                new Application(true, "With blank address", null, " ", "icon")))
        .isEmpty();
  }

  private static List<ApplicationTile> tiles(Application... applications) {
    RealmModel realm =
        fake(
            RealmModel.class,
            "getClientsStream",
            asked -> Arrays.stream(applications).map(ApplicationTileTest::client));
    GroupModel sales = fake(GroupModel.class, asked -> "sales", "getParent", asked -> null);
    UserModel member = fake(UserModel.class, "getGroupsStream", asked -> Stream.of(sales));
    return ApplicationTile.of(session(), realm, member);
  }

  /** A session whose server is at https://sekisho.example/. */
  private static KeycloakSession session() {
    HostnameProvider hostname =
        fake(HostnameProvider.class, "getBaseUri", asked -> URI.create("https://sekisho.example/"));
    KeycloakSession forHostname = fake(KeycloakSession.class, "getProvider", asked -> hostname);
    KeycloakContext context =
        fake(
            KeycloakContext.class,
            "getUri",
            asked -> new KeycloakUriInfo(forHostname, (UrlType) asked[0], null));
    return fake(KeycloakSession.class, "getContext", asked -> context);
  }

  private static <T> T fake(
      Class<T> type,
      Function<Object[], Object> answer,
      String second,
      Function<Object[], Object> secondAnswer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                (method.getName().equals(second) ? secondAnswer : answer).apply(arguments)));
  }

  private static <T> T fake(Class<T> type, String name, Function<Object[], Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (!method.getName().equals(name)) {
                throw new UnsupportedOperationException(method.getName());
              }
              return answer.apply(arguments);
            }));
  }

  private static ClientModel client(Application application) {
    return (ClientModel)
        Proxy.newProxyInstance(
            ClientModel.class.getClassLoader(),
            new Class<?>[] {ClientModel.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isEnabled" -> application.enabled();
                  case "getName" -> application.name();
                  case "getClientId" -> "client-id";
                  case "getDescription" -> application.description();
                  case "getRootUrl" -> null;
                  case "getBaseUrl" -> application.address();
                  case "getAttribute" ->
                      switch ((String) arguments[0]) {
                        case "sekisho.icon" -> application.icon();
                        case "sekisho.groups" -> application.groups();
                        case "sekisho.name.ja" -> application.name() + " ja";
                        default -> null;
                      };
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
