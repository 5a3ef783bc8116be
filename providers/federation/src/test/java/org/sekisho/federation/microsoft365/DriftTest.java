package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {

  private static final FederationSettings OURS =
      new FederationSettings(null, "I", "S", "O", "saml", "OLD", "NEW", "enforce");

  private static List<String> names(FederationSettings found) {
    return new Drift(Optional.ofNullable(found), OURS, "OLD", Set.of("OLD", "NEW")).names();
  }

  @ParameterizedTest
  @CsvSource({
    "I, S, O, saml, OLD, NEW, enforce, ",
    "I, S, O, saml, NEW, OLD, enforce, ",
    "I, S, O, saml, OLD, , enforce, ",
    "X, S, O, saml, OLD, NEW, enforce, issuerUri",
    "I, X, O, saml, OLD, NEW, enforce, passiveSignInUri",
    "I, S, X, saml, OLD, NEW, enforce, signOutUri",
    "I, S, O, wsFed, OLD, NEW, enforce, preferredAuthenticationProtocol",
    "I, S, O, saml, OLD, NEW, reject, federatedIdpMfaBehavior",
    "I, S, O, saml, OLD, NEW, , federatedIdpMfaBehavior",
    "I, S, O, saml, NEW, , enforce, signingCertificate",
    "I, S, O, saml, OLD, EVIL, enforce, foreignCertificate"
  })
  void eachDifferenceHasItsName(
      String issuer,
      String in,
      String out,
      String protocol,
      String a,
      String b,
      String mfa,
      String name) {
    List<String> names = names(new FederationSettings("id", issuer, in, out, protocol, a, b, mfa));
    assertThat(names).isEqualTo(name == null ? List.of() : List.of(name));
  }

  @Test
  void aDomainThatIsManagedAgainIsDrift() {
    assertThat(names(null)).containsExactly("authenticationType");
  }
}
