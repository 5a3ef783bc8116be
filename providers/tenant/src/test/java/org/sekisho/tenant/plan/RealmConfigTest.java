package org.sekisho.tenant.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

class RealmConfigTest {

  private static final Map<String, String> VALUES =
      Map.of(
          "tenant", "agency",
          "displayName", "さくら保険",
          "microsoft365.acs", "https://acs.example/login.srf",
          "microsoft365.start", "https://start.example/",
          "mailGateway.url", "https://mail.example");

  private final RealmConfig config = new RealmConfig();

  @Test
  void theFourPlansAreKnown() {
    assertThat(config.planIds())
        .containsExactly("common", "hybrid", "individual", "individual-special");
    assertThat(config.plan("common").orElseThrow().users()).isEqualTo(new Plan.Users(1, 50));
    assertThat(config.plan("individual-special").orElseThrow().users())
        .isEqualTo(new Plan.Users(1, null));
    assertThat(config.plan("free")).isEmpty();
    assertThat(config.plan(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "hybrid", "individual", "individual-special"})
  void everyApplicationOfAPlanCanBeOpened(String plan) {
    List<String> applications = new ArrayList<>(config.plan(plan).orElseThrow().applications());
    applications.add("main-menu");
    for (String id : applications) {
      ClientRepresentation client = config.application(id, VALUES, ClientRepresentation.class);
      assertThat(client.getClientId()).as(id).isNotBlank();
      assertThat(client.isFullScopeAllowed()).as(id).isFalse();
      assertThat(config.application(id, VALUES, JsonNode.class).toString())
          .as(id)
          .doesNotContain("${");
    }
  }

  @Test
  void addressesAreFilledInWhereverTheyStand() {
    ClientRepresentation mail =
        config.application("mail-gateway", VALUES, ClientRepresentation.class);
    assertThat(mail.getRedirectUris()).containsExactly("https://mail.example/callback");
    assertThat(mail.getAttributes())
        .containsEntry("backchannel.logout.url", "https://mail.example/backchannel-logout");
  }

  @Test
  void theRealmTemplateIsFilledAndRead() {
    RealmRepresentation realm = config.realmTemplate(VALUES, RealmRepresentation.class);
    assertThat(realm.getRealm()).isEqualTo("agency");
    assertThat(realm.getDisplayName()).isEqualTo("さくら保険");
    assertThat(realm.isBruteForceProtected()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\", \"bruteForceProtected\": false, \"x\": \"",
        "\\\", \"bruteForceProtected\": false, \"x\": \"",
        "\"}",
        "a\\",
        "a\nb\u2028c",
        "$1 \\1 ${other}"
      })
  void noDisplayNameBreaksOutOfItsString(String name) {
    var values = new java.util.HashMap<>(VALUES);
    values.put("displayName", name);
    RealmRepresentation realm = config.realmTemplate(values, RealmRepresentation.class);
    assertThat(realm.getDisplayName()).isEqualTo(name);
    assertThat(realm.isBruteForceProtected()).isTrue();
    assertThat(realm.getRealm()).isEqualTo("agency");
  }

  @Test
  void oneTenantsValuesAreNotLeftForTheNext() {
    config.realmTemplate(VALUES, RealmRepresentation.class);
    assertThat(
            config
                .realmTemplate(
                    Map.of("tenant", "other", "displayName", "Other"), RealmRepresentation.class)
                .getRealm())
        .isEqualTo("other");
  }

  @Test
  void anApplicationThatIsNotInTheCatalogueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.application("games", VALUES, ClientRepresentation.class));
  }
}
