package org.sekisho.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.core.DomainName;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.UserId;

class Microsoft365AdmissionTest {

  private static final String USER_ID = "taro@sakura.example";
  private static final String LINK = "0123456789abcdef0123456789abcdef";
  private static final ProvenFactors TWO_FACTORS =
      ProvenFactors.NONE.with(Factor.PASSWORD, 1).with(Factor.SMS, 2);

  @Test
  void whoHasADomainAnImmutableIdAndTwoFactorsMayPass() {
    assertThat(refusal(USER_ID, LINK, 1, TWO_FACTORS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"taro@ume.example", "taro@a.sakura.example", "taro@xsakura.example", "admin", "''"})
  void whoHasNoneOfTheTenantsDomainsIsRefused(String username) {
    assertThat(refusal(username, LINK, 1, TWO_FACTORS))
        .hasValue(Microsoft365Admission.Refusal.DOMAIN_NOT_FEDERATED);
  }

  @Test
  void inARealmThatIsNoTenantNobodyMayPass() {
    assertThat(
            new Microsoft365Admission(UserId.parse(USER_ID), Set.of(), LINK, 1, TWO_FACTORS)
                .refusal())
        .hasValue(Microsoft365Admission.Refusal.DOMAIN_NOT_FEDERATED);
  }

  @ParameterizedTest
  @CsvSource({"''", "a_b", "a b", ","})
  void whoHasNoImmutableIdIsRefused(String immutableId) {
    assertThat(refusal(USER_ID, immutableId, 1, TWO_FACTORS))
        .hasValue(Microsoft365Admission.Refusal.IMMUTABLE_ID_MISSING);
    assertThat(refusal(USER_ID, null, 0, TWO_FACTORS))
        .hasValue(Microsoft365Admission.Refusal.IMMUTABLE_ID_MISSING);
  }

  @ParameterizedTest
  @CsvSource({"0", "2", "3"})
  void whoSharesAnImmutableIdIsRefused(long holders) {
    assertThat(refusal(USER_ID, LINK, holders, TWO_FACTORS))
        .hasValue(Microsoft365Admission.Refusal.IMMUTABLE_ID_AMBIGUOUS);
  }

  @Test
  void whoHasProvenLessThanTwoFactorsIsRefused() {
    for (ProvenFactors few :
        new ProvenFactors[] {
          ProvenFactors.NONE,
          ProvenFactors.NONE.with(Factor.PASSWORD, 1),
          ProvenFactors.NONE.with(Factor.SMS, 1).with(Factor.TOTP, 1)
        }) {
      assertThat(refusal(USER_ID, LINK, 1, few))
          .hasValue(Microsoft365Admission.Refusal.FACTORS_MISSING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalHasATextAndAnEvent(Microsoft365Admission.Refusal refusal) {
    assertThat(refusal.messageKey).matches("sekisho[A-Za-z]+");
    assertThat(refusal.event).matches("[a-z_]+");
  }

  private static Optional<Microsoft365Admission.Refusal> refusal(
      String username, String immutableId, long holders, ProvenFactors proven) {
    return new Microsoft365Admission(
            UserId.parse(username),
            Set.of(new DomainName("sakura.example")),
            immutableId,
            holders,
            proven)
        .refusal();
  }
}
