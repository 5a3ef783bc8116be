package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A theme is read once for all tenants; what a tenant says in its own words is not. */
@ExtendWith(Setup.class)
class TenantTextsIT {

  private static final String OWN = "桜保険の社員番号で入ってください。";

  private static String lead(TestTenant tenant, String language) {
    HttpBrowser browser = new HttpBrowser().inLanguage(language).open(tenant.menuUrl());
    return browser.page().select(".sk-lead").text();
  }

  @Test
  void aTenantsOwnTextsShowAtOnceInItsLanguageAndNowhereElse() {
    TestTenant own = TestTenant.open();
    TestTenant other = TestTenant.open();
    String japanese = lead(own, "ja");
    String english = lead(own, "en");
    assertThat(lead(other, "ja")).isEqualTo(japanese).isNotEmpty().isNotEqualTo(english);

    own.admin("POST", "/localization/ja", Map.of("sekisho.userId.lead", OWN)).orFail("Own texts");
    assertThat(lead(own, "ja")).isEqualTo(OWN);
    assertThat(lead(own, "en")).isEqualTo(english);
    assertThat(lead(other, "ja")).isEqualTo(japanese);

    own.admin("DELETE", "/localization/ja", null).orFail("Taking the own texts back");
    assertThat(lead(own, "ja")).isEqualTo(japanese);
  }
}
