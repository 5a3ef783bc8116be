package org.sekisho.tenant.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.DomainName;
import org.sekisho.tenant.domain.ProofRecord.Sighting;

class ProofRecordTest {

  private static final ProofRecord RECORD =
      new ProofRecord(new DomainName("sakura.example"), "a1".repeat(32));

  @Test
  void theRecordStandsBelowTheDomainUnderAnOwnLabel() {
    assertThat(RECORD.name()).isEqualTo("_sekisho.sakura.example");
    assertThat(RECORD.value()).isEqualTo("sekisho-verify=" + "a1".repeat(32));
  }

  @Test
  void everyTokenIsAnother256Bits() {
    Set<String> tokens = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      tokens.add(ProofRecord.newToken());
    }
    assertThat(tokens).hasSize(100).allMatch(token -> token.matches("[0-9a-f]{64}"));
  }

  @ParameterizedTest(name = "[{0}] is {1}")
  @CsvSource({
    "'', MISSING",
    "v=spf1 -all, MISSING",
    "sekisho-verify, MISSING",
    "other=RIGHT, MISSING",
    "sekisho-verify=, DIFFERENT",
    "sekisho-verify=0000, DIFFERENT",
    "sekisho-verify=RIGHT, PUBLISHED",
    "' sekisho-verify=RIGHT ', PUBLISHED",
    "sekisho-verify=RIGHT0, DIFFERENT",
    "SEKISHO-VERIFY=RIGHT, MISSING",
    "sekisho-verify=0000|sekisho-verify=RIGHT, PUBLISHED",
    "sekisho-verify=RIGHT|sekisho-verify=0000, PUBLISHED",
    "v=spf1 -all|sekisho-verify=0000, DIFFERENT"
  })
  void onlyTheWholeValueProvesTheDomain(String texts, Sighting sighting) {
    List<String> published = Arrays.asList(texts.replace("RIGHT", RECORD.token()).split("\\|", -1));
    assertThat(RECORD.seenIn(published)).isEqualTo(sighting);
  }

  @Test
  void theRecordOfADomainAboveOrBelowDoesNotCount() {
    DnsInMemory dns =
        new DnsInMemory()
            .publish("_sekisho.example", RECORD.value())
            .publish("sakura.example", RECORD.value())
            .publish("_sekisho.www.sakura.example", RECORD.value());
    assertThat(RECORD.lookedUpWith(dns)).isEqualTo(Sighting.MISSING);
  }

  @Test
  void aDnsThatDoesNotAnswerSaysNothing() {
    DnsInMemory dns = new DnsInMemory().publish(RECORD.name(), RECORD.value());
    assertThat(RECORD.lookedUpWith(dns)).isEqualTo(Sighting.PUBLISHED);
    assertThat(RECORD.lookedUpWith(dns.unreachable())).isEqualTo(Sighting.UNANSWERED);
  }
}
