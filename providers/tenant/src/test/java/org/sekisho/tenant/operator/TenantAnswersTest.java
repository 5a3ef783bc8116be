package org.sekisho.tenant.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.sekisho.tenant.register.TenantEntity;
import org.sekisho.testsupport.Fake;

class TenantAnswersTest {

  @Test
  void aTenantTellsTheSecretsOfItsApplicationsOnlyWhenItIsOpened() {
    Map<String, String> attributes =
        Map.of("sekisho.plan", "hybrid", "sekisho.domains", "ume.example,sakura.example");
    RealmModel realm =
        Fake.of(
            RealmModel.class,
            Map.of(
                "getName", none -> "agency",
                "getDisplayName", none -> "Agency",
                "getAttribute", asked -> attributes.get((String) asked[0]),
                "getClientsStream",
                    none ->
                        Stream.of(
                            client("mail-gateway", "openid-connect"),
                            client("microsoft-365", "saml"),
                            client(null, "openid-connect"))));
    TenantEntity row = new TenantEntity("1", "agency", "Agency", "individual", 0);
    TenantAnswers.Details opened = TenantAnswers.Details.of(realm, row, 3);
    assertThat(opened.ids()).isEqualTo(new TenantAnswers.Ids(3, 50));
    assertThat(opened.domains()).containsExactly("sakura.example", "ume.example");
    assertThat(opened.applications())
        .containsExactly(
            new TenantAnswers.Application("mail-gateway", "client", "s3cret"),
            new TenantAnswers.Application("microsoft-365", "client", null));
    assertThat(opened.withoutSecrets().applications())
        .extracting(TenantAnswers.Application::secret)
        .containsOnlyNulls();
    assertThat(opened.withoutSecrets().toString()).doesNotContain("s3cret");
  }

  @Test
  void theEventOfAnAddedUserHasNoPassword() {
    UserAnswers.Added added = new UserAnswers.Added("1", "taro@sakura.example", "abc", "s3cret");
    assertThat(added.withoutPassword())
        .isEqualTo(new UserAnswers.Added("1", "taro@sakura.example", "abc", null));
    assertThat(List.of(added.withoutPassword()).toString()).doesNotContain("s3cret");
  }

  private static ClientModel client(String application, String protocol) {
    return Fake.of(
        ClientModel.class,
        Map.of(
            "getAttribute", asked -> asked[0].equals("sekisho.application") ? application : null,
            "getClientId", none -> "client",
            "getProtocol", none -> protocol,
            "getSecret", none -> "s3cret"));
  }
}
