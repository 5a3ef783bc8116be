package org.sekisho.federation.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.federation.application.SpMetadata.Fault;
import org.sekisho.federation.application.SpMetadata.RefusedException;
import org.sekisho.federation.application.SpMetadata.Signature;
import org.sekisho.federation.certificate.CertificateFacts;

class SpMetadataReaderTest {

  private static final long NOW = Instant.parse("2026-11-26T00:00:00Z").toEpochMilli();

  private static Sp sp;
  private static Sp other;

  @BeforeAll
  static void makeKeys() {
    sp = Sp.valid("sp.example");
    other = Sp.valid("other.example");
  }

  private static String plain() {
    return sp.metadata("", "", sp.keyDescriptor(""));
  }

  private static String fingerprint(Sp of) {
    return CertificateFacts.of(of.certificate()).sha256();
  }

  private static SpMetadata read(String xml) throws RefusedException {
    return SpMetadataReader.read(xml, null, NOW);
  }

  private static Fault faultOf(String xml, String signer) {
    return catchThrowableOfType(
            RefusedException.class, () -> SpMetadataReader.read(xml, signer, NOW))
        .fault();
  }

  @Test
  void whatTheOtherSideSaysIsRead() throws RefusedException {
    SpMetadata read =
        read(
            sp.metadata(
                "validUntil=\"2027-01-01T00:00:00Z\"",
                "AuthnRequestsSigned=\"true\" WantAssertionsSigned=\"1\"",
                sp.keyDescriptor("signing")
                    + other.keyDescriptor("signing")
                    + sp.keyDescriptor("encryption")));
    assertThat(read.entityId()).isEqualTo("https://sp.example/metadata");
    assertThat(read.acs())
        .containsExactly("https://sp.example/acs/two", "https://sp.example/acs/one");
    assertThat(read.logoutUrl()).isEqualTo("https://sp.example/slo");
    assertThat(read.logoutBinding()).isEqualTo("redirect");
    assertThat(read.nameIdFormats()).containsExactly(NameIdFormat.EMAIL_ADDRESS);
    assertThat(read.requestsSigned()).contains(true);
    assertThat(read.wantsAssertionsSigned()).contains(true);
    assertThat(read.signing()).containsExactly(sp.certificate(), other.certificate());
    assertThat(read.encryption()).containsExactly(sp.certificate());
    assertThat(read.validUntil()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z").toEpochMilli());
    assertThat(read.signature()).isEqualTo(Signature.MISSING);
  }

  @Test
  void aKeyWithoutUseIsForBothAndSilenceStaysSilence() throws RefusedException {
    SpMetadata read = read(plain());
    assertThat(read.signing()).containsExactly(sp.certificate());
    assertThat(read.encryption()).containsExactly(sp.certificate());
    assertThat(read.requestsSigned()).isEmpty();
    assertThat(read.validUntil()).isNull();
  }

  @Test
  void theEarlierEndCounts() throws RefusedException {
    SpMetadata read =
        read(
            sp.metadata(
                "validUntil=\"2028-01-01T00:00:00Z\"",
                "validUntil=\"2027-01-01T09:00:00+09:00\"",
                ""));
    assertThat(read.validUntil()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z").toEpochMilli());
  }

  @Test
  void documentTypesAndEntitiesAreNotRead() {
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + plain();
    assertThat(faultOf(entity, null)).isEqualTo(Fault.DOCUMENT_TYPE);
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
            + plain().replace("https://sp.example/metadata", "&b;");
    assertThat(faultOf(laughs, null)).isEqualTo(Fault.DOCUMENT_TYPE);
  }

  @Test
  void whatIsNoMetadataIsRefusedWithAReason() {
    assertThat(faultOf("nonsense", null)).isEqualTo(Fault.NOT_XML);
    assertThat(faultOf("<a/>", null)).isEqualTo(Fault.NO_ENTITY_DESCRIPTOR);
    assertThat(faultOf(plain().replace("SPSSODescriptor", "IDPSSODescriptor"), null))
        .isEqualTo(Fault.NO_SERVICE_PROVIDER);
    assertThat(faultOf(plain().replace("HTTP-POST", "HTTP-Artifact"), null))
        .isEqualTo(Fault.NO_POST_BINDING);
    assertThat(faultOf(plain().replace(sp.base64(), "AAAA"), null))
        .isEqualTo(Fault.CERTIFICATE_UNREADABLE);
    assertThat(faultOf(sp.metadata("validUntil=\"soon\"", "", ""), null))
        .isEqualTo(Fault.TIME_UNREADABLE);
    assertThat(faultOf(sp.metadata("validUntil=\"2026-11-25T23:59:59Z\"", "", ""), null))
        .isEqualTo(Fault.EXPIRED);
    assertThat(faultOf(plain() + " ".repeat(SpMetadataReader.LARGEST), null))
        .isEqualTo(Fault.TOO_LARGE);
  }

  @Test
  void aSignatureOfTheNamedSignerIsVerified() throws RefusedException {
    String signed = sp.signed(plain(), "_m");
    assertThat(SpMetadataReader.read(signed, fingerprint(sp), NOW).signature())
        .isEqualTo(Signature.VERIFIED);
    String lowerCase = fingerprint(sp).replace(":", "").toLowerCase(java.util.Locale.ROOT);
    assertThat(SpMetadataReader.read(signed, lowerCase, NOW).signature())
        .isEqualTo(Signature.VERIFIED);
    assertThat(SpMetadataReader.read(signed, null, NOW).signature())
        .isEqualTo(Signature.NOT_CHECKED);
  }

  @Test
  void whatTheNamedSignerHasNotSignedIsRefused() {
    assertThat(faultOf(plain(), fingerprint(sp))).isEqualTo(Fault.SIGNATURE_MISSING);
    assertThat(faultOf(other.signed(plain(), "_m"), fingerprint(sp)))
        .isEqualTo(Fault.SIGNER_DIFFERS);
    assertThat(faultOf(sp.signed(plain(), "_m").replace("/acs/one", "/acs/evil"), fingerprint(sp)))
        .isEqualTo(Fault.SIGNATURE_INVALID);
  }

  @Test
  void aSignatureThatStandsElsewhereCountsForNothing() {
    String signed = sp.signed(plain(), "_m");
    String evil = other.metadata("", "", "").replace("ID=\"_m\"", "ID=\"_evil\"");
    String wrapped = evil.replace("</md:EntityDescriptor>", signed + "</md:EntityDescriptor>");
    assertThat(faultOf(wrapped, fingerprint(sp))).isEqualTo(Fault.SIGNATURE_MISSING);
    String signature =
        signed.substring(signed.indexOf("<Signature"), signed.indexOf("</Signature>") + 12);
    String moved =
        evil.replaceFirst(
            "(<md:EntityDescriptor[^>]*>)",
            "$1" + java.util.regex.Matcher.quoteReplacement(signature));
    assertThat(faultOf(moved, fingerprint(sp))).isEqualTo(Fault.SIGNATURE_INVALID);
  }
}
