package org.sekisho.federation.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.core.ExpirySchedule;
import org.sekisho.core.Faults;
import org.sekisho.federation.application.SpMetadata.RefusedException;

class SamlReadingTest {

  private static Sp sp;
  private static Sp next;
  private static Sp weak;
  private static Sp old;

  @BeforeAll
  static void makeKeys() {
    sp = Sp.valid("sp", "-validity", "100");
    next = Sp.valid("next", "-validity", "200");
    weak = Sp.valid("weak", "-keysize", "1024");
    old = Sp.valid("old", "-startdate", "-30d", "-validity", "10");
  }

  private static SamlSettings read(String json, SpMetadata metadata, Faults faults) {
    try {
      SamlRequest wish = new ObjectMapper().readValue(json, SamlRequest.class);
      return new SamlReading(
              wish,
              metadata,
              new SamlDefaults(NameIdFormat.PERSISTENT),
              new RelyingPartyUrl(false),
              now(),
              faults)
          .settings();
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  private static List<String> faults(String json) {
    Faults faults = new Faults();
    read(json, null, faults);
    return faults.found().stream().map(Faults.Fault::member).distinct().toList();
  }

  private static SpMetadata metadata(String attributes, String more) throws RefusedException {
    return SpMetadataReader.read(sp.metadata("", attributes, more), null, now());
  }

  private static final String BY_HAND =
      "\"entityId\": \"urn:app\", \"acs\": [\"https://app.example/acs\"], \"requestsSigned\": false";

  @Test
  void metadataGivesSettingsThatMostServiceProvidersCanRead() throws RefusedException {
    Faults faults = new Faults();
    SamlSettings settings =
        read(
            "{}",
            metadata(
                "AuthnRequestsSigned=\"true\"",
                sp.keyDescriptor("") + next.keyDescriptor("signing")),
            faults);
    assertThat(faults.found()).isEmpty();
    assertThat(settings.encryption()).isEqualTo("compatible");
    assertThat(settings.encryptionCertificate()).isEqualTo(sp.base64());
    assertThat(settings.signingCertificates()).containsExactly(next.base64(), sp.base64());
    assertThat(settings.requestsSigned()).isTrue();
    assertThat(settings.nameIdFormat()).isEqualTo("emailAddress");
    assertThat(settings.nameIdSource()).isEqualTo("email");
    assertThat(settings.signatureAlgorithm()).isEqualTo("rsa-sha256");
    assertThat(settings.sign()).isEqualTo("both");
    assertThat(settings.acs()).first().isEqualTo("https://sp.example/acs/two");
  }

  @Test
  void whoDoesNotSayWhetherRequestsAreSignedIsAsked() throws RefusedException {
    Faults faults = new Faults();
    read("{}", metadata("", ""), faults);
    assertThat(faults.found())
        .extracting(Faults.Fault::member)
        .containsExactly("saml.requestsSigned");
  }

  @Test
  void signedRequestsNeedACertificateThatIsValidAndStrong() throws RefusedException {
    Faults faults = new Faults();
    read(
        "{}",
        metadata("AuthnRequestsSigned=\"true\"", old.keyDescriptor("") + weak.keyDescriptor("")),
        faults);
    assertThat(faults.found())
        .extracting(Faults.Fault::member)
        .containsExactly("saml.signingCertificates");
    assertThat(faults("{" + BY_HAND + ", \"signingCertificates\": [\"" + old.base64() + "\"]}"))
        .containsExactly("saml.signingCertificates");
    assertThat(faults("{" + BY_HAND + ", \"signingCertificates\": [\"" + weak.base64() + "\"]}"))
        .containsExactly("saml.signingCertificates");
    assertThat(faults("{" + BY_HAND + ", \"signingCertificates\": [\"nonsense\"]}"))
        .containsExactly("saml.signingCertificates");
  }

  @Test
  void byHandEverythingNeededIsNamed() {
    assertThat(faults("{}"))
        .containsExactlyInAnyOrder("saml.entityId", "saml.acs", "saml.requestsSigned");
    assertThat(faults("{" + BY_HAND + "}")).isEmpty();
  }

  @Test
  void wrongWordsAndAddressesAreNamed() {
    assertThat(
            faults(
                "{\"entityId\": \"urn:app*\", \"acs\": [\"http://app.example/acs\"],"
                    + " \"requestsSigned\": false, \"nameIdFormat\": \"x509\", \"sign\": \"none\","
                    + " \"signatureAlgorithm\": \"md5\", \"encryption\": \"rot13\","
                    + " \"logoutUrl\": \"javascript:x\", \"idpInitiated\": \"../x\","
                    + " \"attributes\": [{\"name\": \"a\", \"source\": \"password\"}]}"))
        .containsExactlyInAnyOrder(
            "saml.entityId",
            "saml.acs",
            "saml.nameIdFormat",
            "saml.sign",
            "saml.signatureAlgorithm",
            "saml.encryption",
            "saml.logoutUrl",
            "saml.idpInitiated",
            "saml.attributes");
  }

  @Test
  void encryptionNeedsACertificateAndTheSameNameComesOnce() {
    assertThat(faults("{" + BY_HAND + ", \"encryption\": \"strong\"}"))
        .containsExactly("saml.encryptionCertificate");
    assertThat(
            faults(
                "{"
                    + BY_HAND
                    + ", \"attributes\": [{\"name\": \"a\", \"source\": \"email\"},"
                    + " {\"name\": \"a\", \"source\": \"userId\"}]}"))
        .containsExactly("saml.attributes");
  }

  @Test
  void aNameIdFitsItsFormat() {
    assertThat(
            faults(
                "{"
                    + BY_HAND
                    + ", \"nameIdFormat\": \"emailAddress\", \"nameIdSource\": \"immutableId\"}"))
        .containsExactly("saml.nameIdSource");
    assertThat(
            faults(
                "{" + BY_HAND + ", \"nameIdFormat\": \"transient\", \"nameIdSource\": \"userId\"}"))
        .containsExactly("saml.nameIdSource");
  }

  @Test
  void theMailsAreDueThirtyFourteenAndThreeDaysBefore() {
    assertThat(ExpirySchedule.due(Duration.ofDays(31), null)).isEmpty();
    assertThat(ExpirySchedule.due(Duration.ofDays(29), null)).contains(30);
    assertThat(ExpirySchedule.due(Duration.ofDays(29), 30)).isEmpty();
    assertThat(ExpirySchedule.due(Duration.ofDays(13), 30)).contains(14);
    assertThat(ExpirySchedule.due(Duration.ofDays(2), null)).contains(3);
    assertThat(ExpirySchedule.due(Duration.ofDays(2), 3)).isEmpty();
    assertThat(ExpirySchedule.due(Duration.ZERO, null)).isEmpty();
  }

  @Test
  void signOutsAreSignedWhereTheOtherSideIsTold() {
    String logout = ", \"logoutUrl\": \"https://app.example/logout\"";
    Faults none = new Faults();
    assertThat(read("{" + BY_HAND + logout + "}", null, none).sign()).isEqualTo("both");
    assertThat(none.found()).isEmpty();
    assertThat(faults("{" + BY_HAND + logout + ", \"sign\": \"response\"}")).isEmpty();
    assertThat(faults("{" + BY_HAND + ", \"sign\": \"assertion\"}")).isEmpty();
    assertThat(faults("{" + BY_HAND + logout + ", \"sign\": \"assertion\"}"))
        .containsExactly("saml.sign");
  }

  @Test
  void aSignatureThatTheMetadataWantsIsMissed() throws RefusedException {
    String wish = "{\"sign\": \"response\", \"requestsSigned\": false}";
    for (String wants : new String[] {"true", "false"}) {
      SamlSettings settings =
          read(wish, metadata("WantAssertionsSigned=\"" + wants + "\"", ""), new Faults());
      assertThat(warnings(settings))
          .contains(wants.equals("true") ? "assertion-signature-wanted" : "assertion-not-signed");
    }
    SamlSettings both =
        read(
            "{\"requestsSigned\": false}",
            metadata("WantAssertionsSigned=\"true\"", ""),
            new Faults());
    assertThat(warnings(both)).doesNotContain("assertion-signature-wanted");
  }

  @Test
  void theEndOfTheMetadataIsKeptWithThoseOfTheCertificates() throws RefusedException {
    String ending = sp.metadata("validUntil=\"2100-01-01T00:00:00Z\"", "", sp.keyDescriptor(""));
    SamlSettings settings =
        read(
            "{\"requestsSigned\": true}", SpMetadataReader.read(ending, null, now()), new Faults());
    assertThat(ApplicationCertificates.ends(state(settings)))
        .hasSize(2)
        .containsEntry("metadata:4102444800000", 4_102_444_800_000L);
  }

  private static List<String> warnings(SamlSettings settings) {
    return Warnings.of(state(settings), List.of(), now()).stream()
        .map(ApplicationView.Warning::name)
        .toList();
  }

  private static ApplicationState state(SamlSettings settings) {
    return new ApplicationState(
        "1", "urn:app", "saml", "saml", Map.of(), null, true, true, List.of(), settings, null);
  }
}
