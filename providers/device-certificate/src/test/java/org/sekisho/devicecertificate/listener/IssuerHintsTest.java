package org.sekisho.devicecertificate.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IssuerHintsTest {

  private static final X509Certificate[] NONE = {};
  private static final X509Certificate[] ONE = {null};

  private final List<String> lookedUp = new ArrayList<>();
  private final IssuerHints hints = new IssuerHints(this::lookUp, new Rate(2));

  private X509Certificate[] lookUp(String tenant) {
    lookedUp.add(tenant);
    return tenant.startsWith("new") ? ONE : NONE;
  }

  @Test
  void aKnownTenantIsNotLookedUp() {
    hints.replace(Map.of("known", ONE));
    assertThat(hints.firstTenant(List.of("known--12345678", "known"), 1)).contains("known");
    assertThat(lookedUp).isEmpty();
  }

  @Test
  void aTenantThatWasOpenedAMomentAgoIsLookedUpOnce() {
    assertThat(hints.firstTenant(List.of("new"), 1)).contains("new");
    assertThat(hints.firstTenant(List.of("new"), 2)).contains("new");
    assertThat(lookedUp).containsExactly("new");
    assertThat(hints.of("new")).hasSize(1);
  }

  @Test
  void strangersHaveNotMoreThanTheLimitLookedUp() {
    for (int i = 0; i < 10; i++) {
      assertThat(hints.firstTenant(List.of("nobody" + i), 1)).isEmpty();
    }
    assertThat(lookedUp).hasSize(2);
    assertThat(hints.firstTenant(List.of("new"), 1)).as("one too many").isEmpty();
    assertThat(hints.firstTenant(List.of("new"), 2_000_000_000)).contains("new");
  }

  @Test
  void aTenantThatHasGoneIsForgotten() {
    hints.replace(Map.of("gone", ONE));
    hints.replace(Map.of());
    assertThat(hints.firstTenant(List.of("gone"), 1)).isEmpty();
    assertThat(hints.of("gone")).isEmpty();
  }

  /** Opened and retired between two looks, the database as a whole is as it was. */
  @Test
  void whatWasLookedUpIsLookedAtOnceMore() {
    assertThat(hints.hasLearned()).isFalse();
    hints.firstTenant(List.of("new"), 1);
    assertThat(hints.hasLearned()).isTrue();
    hints.replace(Map.of());
    assertThat(hints.hasLearned()).isFalse();
    assertThat(hints.of("new")).isEmpty();
  }
}
