package org.sekisho.tenant.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.DomainName;

class DomainKindTest {

  @ParameterizedTest
  @CsvSource({
    "12345678.insurance-agt.ne.jp, PROVIDER_NUMBER",
    "00000000.insurance-agt.ne.jp, PROVIDER_NUMBER",
    "1234567.insurance-agt.ne.jp, PROVIDER_NAME",
    "123456789.insurance-agt.ne.jp, PROVIDER_NAME",
    "a2345678.insurance-agt.ne.jp, PROVIDER_NAME",
    "sakura.insurance-agt.ne.jp, PROVIDER_NAME",
    "sakura.example, OWN",
    "12345678.example, OWN",
    "12345678.xinsurance-agt.ne.jp, OWN",
    "insurance-agt.ne.jp.sakura.example, OWN",
    "ne.jp, OWN"
  })
  void whoChoseADomainIsSeenFromIt(String domain, DomainKind kind) {
    assertThat(DomainKind.of(new DomainName(domain), new DomainName("insurance-agt.ne.jp")))
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"insurance-agt.ne.jp"})
  void theProvidersOwnDomainIsNobodysOwn(String domain) {
    assertThat(DomainKind.of(new DomainName(domain), new DomainName(domain)))
        .isNotEqualTo(DomainKind.OWN);
  }
}
