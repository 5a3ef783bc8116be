package org.sekisho.tenant.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.core.DomainName;
import org.sekisho.core.Faults;
import org.sekisho.tenant.plan.RealmConfig;

class TenantRulesTest {

  private static final String NUMBER = "12345678.insurance-agt.ne.jp";
  private static final TenantRules RULES =
      new TenantRules(new RealmConfig(), new DomainName("insurance-agt.ne.jp"));

  @Test
  void aFaultlessWishBecomesATenant() {
    TenantRules.Checked checked =
        RULES.check(
            new OpenTenantRequest(
                "agency-1",
                " さくら保険 ",
                "individual",
                List.of("Sakura.example", "sakura.example", "ume.insurance-agt.ne.jp"),
                List.of("device-certificate")));
    assertThat(checked.faults()).isEmpty();
    NewTenant tenant = checked.tenant().orElseThrow();
    assertThat(tenant.id()).isEqualTo("agency-1");
    assertThat(tenant.displayName()).isEqualTo("さくら保険");
    assertThat(tenant.plan().id()).isEqualTo("individual");
    assertThat(tenant.domains())
        .containsExactly(
            new DomainName("sakura.example"), new DomainName("ume.insurance-agt.ne.jp"));
    assertThat(tenant.options()).isEqualTo(Set.of("device-certificate"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "7", "a1", "sakura-hoken", "a--b", "abcdefghijklmnopqrstuvwxyz0123456789"})
  void anIdIs1To36LettersDigitsAndInnerHyphens(String id) {
    assertThat(check(id, "Sakura", "common", NUMBER).faults()).isEmpty();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ",
        "master",
        "Sakura",
        "-a",
        "a-",
        "-",
        "a.b",
        "a_b",
        "a/b",
        "../a",
        "a b",
        "a\n",
        "さくら",
        "abcdefghijklmnopqrstuvwxyz0123456789a"
      })
  void anyOtherIdIsAFault(String id) {
    assertThat(membersOf(check(id, "Sakura", "common", NUMBER))).containsExactly("id");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", "　", "<b>Sakura", "Sakura>", "Sakura\nHoken", "Sakura\u0000"})
  void aDisplayNameThatIsBlankOrMarkupIsAFault(String name) {
    assertThat(membersOf(check("a", name, "common", NUMBER))).containsExactly("displayName");
  }

  @Test
  void aDisplayNameHasAtMost100Characters() {
    assertThat(check("a", "名".repeat(100), "common", NUMBER).faults()).isEmpty();
    assertThat(membersOf(check("a", "名".repeat(101), "common", NUMBER)))
        .containsExactly("displayName");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"COMMON", "common ", "free"})
  void anUnknownPlanIsAFaultThatNamesTheKnownOnes(String plan) {
    TenantRules.Checked checked = check("a", "Sakura", plan, NUMBER);
    assertThat(membersOf(checked)).containsExactly("plan");
    assertThat(checked.faults().get(0).detail())
        .contains("common", "hybrid", "individual", "individual-special");
  }

  @ParameterizedTest(name = "{0}: number {1}, name {2}, own {3}")
  @CsvSource({
    "common, true, false, false",
    "hybrid, false, false, true",
    "individual, false, true, true",
    "individual-special, false, false, true"
  })
  void eachPlanAllowsItsKindsOfDomainsOnly(String plan, boolean number, boolean name, boolean own) {
    assertThat(check("a", "Sakura", plan, NUMBER).faults().isEmpty()).isEqualTo(number);
    assertThat(check("a", "Sakura", plan, "ume.insurance-agt.ne.jp").faults().isEmpty())
        .isEqualTo(name);
    assertThat(check("a", "Sakura", plan, "sakura.example").faults().isEmpty()).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "hybrid", "individual", "individual-special"})
  void noPlanGivesTheProvidersOwnDomainAway(String plan) {
    assertThat(membersOf(check("a", "Sakura", plan, "insurance-agt.ne.jp")))
        .containsExactly("domains");
  }

  @Test
  void aProviderDomainThatLooksLikeANumberIsNotGivenAwayEither() {
    TenantRules rules = new TenantRules(new RealmConfig(), new DomainName("12345678.example"));
    assertThat(
            rules
                .check(
                    new OpenTenantRequest(
                        "a", "Sakura", "common", List.of("12345678.example"), null))
                .tenant())
        .isEmpty();
  }

  @Test
  void aTenantNeedsADomain() {
    assertThat(membersOf(wish(null))).containsExactly("domains");
    assertThat(membersOf(wish(List.of()))).containsExactly("domains");
    assertThat(membersOf(wish(Collections.singletonList(null)))).containsExactly("domains");
  }

  @Test
  void aTenantHasAtMost50Domains() {
    assertThat(wish(Collections.nCopies(50, "sakura.example")).faults()).isEmpty();
    assertThat(membersOf(wish(Collections.nCopies(51, "sakura.example"))))
        .containsExactly("domains");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sakura", "*.example", "a@sakura.example", "sakura.example,ume.example"})
  void whatIsNoDomainNameIsAFault(String domain) {
    assertThat(membersOf(check("a", "Sakura", "hybrid", domain))).containsExactly("domains");
  }

  @Test
  void oneFaultyDomainSpoilsTheWish() {
    TenantRules.Checked checked = check("a", "Sakura", "hybrid", "sakura.example", NUMBER);
    assertThat(checked.tenant()).isEmpty();
    assertThat(checked.faults()).hasSize(1);
    assertThat(checked.faults().get(0).detail()).contains(NUMBER, "hybrid");
  }

  @ParameterizedTest
  @CsvSource({
    "common, " + NUMBER + ", device-certificate, false",
    "hybrid, sakura.example, device-certificate, false",
    "individual, sakura.example, device-certificate, true",
    "individual-special, sakura.example, device-certificate, true",
    "individual, sakura.example, device-certificate2, false",
    "individual, sakura.example, '', false"
  })
  void eachPlanHasItsOptionsOnly(String plan, String domain, String option, boolean allowed) {
    TenantRules.Checked checked =
        RULES.check(new OpenTenantRequest("a", "Sakura", plan, List.of(domain), List.of(option)));
    assertThat(checked.tenant().isPresent()).isEqualTo(allowed);
    assertThat(membersOf(checked)).isEqualTo(allowed ? List.of() : List.of("options"));
  }

  @Test
  void withoutOptionsThereAreNone() {
    assertThat(
            check("a", "Sakura", "individual", "sakura.example").tenant().orElseThrow().options())
        .isEmpty();
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    assertThat(membersOf(RULES.check(new OpenTenantRequest(null, null, null, null, null))))
        .containsExactly("id", "displayName", "plan", "domains");
    assertThat(
            membersOf(
                RULES.check(
                    new OpenTenantRequest(
                        "A", "<", "common", List.of("x", "sakura.example"), List.of("y", "z")))))
        .containsExactly("id", "displayName", "domains", "domains", "options", "options");
  }

  private static TenantRules.Checked wish(List<String> domains) {
    return RULES.check(new OpenTenantRequest("a", "Sakura", "hybrid", domains, null));
  }

  private static TenantRules.Checked check(String id, String name, String plan, String... domains) {
    return RULES.check(new OpenTenantRequest(id, name, plan, Arrays.asList(domains), null));
  }

  private static List<String> membersOf(TenantRules.Checked checked) {
    assertThat(checked.tenant().isEmpty()).isEqualTo(!checked.faults().isEmpty());
    return checked.faults().stream().map(Faults.Fault::member).toList();
  }
}
