package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptsTest {

  private static final FederationSettings SETTINGS =
      new FederationSettings(
          null, "https://id/i", "https://id/s", "https://id/s", "saml", "MIIC", null, "enforce");

  @Test
  void nothingEndsAQuotedTextEarly() {
    assertThat(PowerShellText.quoted("o'hara")).isEqualTo("'o''hara'");
    assertThat(PowerShellText.quoted("a\u2019; rm")).isEqualTo("'a\u2019\u2019; rm'");
    assertThat(PowerShellText.quoted("$(evil) `n")).isEqualTo("'$(evil) `n'");
    assertThatThrownBy(() -> PowerShellText.quoted("a\nb"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theScriptComparesBeforeItSwitchesAndLeavesNoPlaceOpen() {
    String script =
        Scripts.federate(
            "sakura.example",
            SETTINGS,
            List.of(
                new TenantUser("k", "o'hara@sakura.example", "ID1", true),
                new TenantUser("k", "gone@sakura.example", "ID2", false)),
            false);
    assertThat(script)
        .contains("'o''hara@sakura.example' = 'ID1'", "signingCertificate              = 'MIIC'")
        .contains("federatedIdpMfaBehavior         = 'enforce'")
        .doesNotContain("ID2", "{{", "nextSigningCertificate");
    assertThat(script.indexOf("would be locked out. Nothing"))
        .isPositive()
        .isLessThan(script.indexOf("New-MgDomainFederationConfiguration"));
    assertThat(script).contains("*.onmicrosoft.com");
  }

  @Test
  void onlyAScriptThatWasAskedForWithOverrideCanBeForced() {
    assertThat(Scripts.federate("sakura.example", SETTINGS, List.of(), false))
        .contains("param()", "$Force = $false")
        .doesNotContain("[switch]$Force");
    assertThat(Scripts.federate("sakura.example", SETTINGS, List.of(), true))
        .contains("param([switch]$Force)")
        .doesNotContain("$Force = $false", "{{");
  }

  @Test
  void aDomainThatComesDuringARolloverTrustsTheNextKeyFromTheBeginning() {
    assertThat(
            Scripts.federate(
                "sakura.example",
                SETTINGS.trusting(new CertificatePair("OLD", "NEW")),
                List.of(),
                false))
        .contains("signingCertificate              = 'OLD'")
        .contains("nextSigningCertificate          = 'NEW'");
  }

  @Test
  void theScriptOfARolloverNamesBothCertificatesOrNone() {
    assertThat(Scripts.certificates("sakura.example", SETTINGS))
        .contains("nextSigningCertificate = $null")
        .doesNotContain("{{");
    assertThat(
            Scripts.certificates(
                "sakura.example", SETTINGS.trusting(new CertificatePair("OLD", "NEW"))))
        .contains("signingCertificate     = 'OLD'", "nextSigningCertificate = 'NEW'");
  }

  @Test
  void theWayBackSetsAPasswordForEachUser() {
    String script =
        Scripts.detach(
            "sakura.example", "https://id/i", Map.of("taro@sakura.example", "pass-word-1"));
    assertThat(script)
        .contains("'taro@sakura.example' = 'pass-word-1'", "Remove-MgDomainFederation")
        .contains("ForceChangePasswordNextSignIn = $true")
        .doesNotContain("{{");
  }

  @Test
  void temporaryPasswordsAreStrongAndNeverTheSame() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      String password = TemporaryPasswords.next();
      assertThat(password)
          .hasSize(20)
          .matches(".*[A-Z].*")
          .matches(".*[a-z].*")
          .matches(".*[0-9].*")
          .matches(".*[-+=.#%].*")
          .doesNotContain("O", "0", "l", "1", "I", "'");
      seen.add(password);
    }
    assertThat(seen).hasSize(500);
  }
}
