package org.sekisho.federation.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

  /** Neither asks the catalogue for what the API does not take, nor does it forget something. */
  @Test
  void theCatalogueAsksForWhatTheApiTakes() {
    Set<String> taken = new TreeSet<>(Set.of("startUrl"));
    members("saml.", SamlRequest.class).forEach(taken::add);
    members("openIdConnect.", OidcRequest.class).forEach(taken::add);
    Set<String> asked = new TreeSet<>();
    Catalogue.all()
        .forEach(entry -> entry.asks().forEach(question -> asked.add(question.member())));
    assertThat(asked).isEqualTo(taken);
  }

  private static Stream<String> members(String prefix, Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> prefix + name);
  }

  @Test
  void everyEntryHasATemplateThatSaysWhereItComesFrom() {
    assertThat(Catalogue.all()).hasSize(5);
    for (CatalogueEntry entry : Catalogue.all()) {
      assertThat(Catalogue.template(entry).getAttributes())
          .containsEntry(ApplicationState.CATALOGUE_ATTRIBUTE, entry.id());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPATIBLE", "STRONG"})
  void anEncryptionProfileIsFoundAgain(EncryptionProfile profile) {
    assertThat(EncryptionProfile.of(true, profile.keyAlgorithm)).isEqualTo(profile);
  }

  @Test
  void theCompatibleProfileIsTheOneThatPhpNodeAndPythonRead() {
    assertThat(EncryptionProfile.COMPATIBLE.keyAlgorithm)
        .isEqualTo("http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p");
    assertThat(EncryptionProfile.COMPATIBLE.digest)
        .isEqualTo("http://www.w3.org/2000/09/xmldsig#sha1");
  }
}
