package org.sekisho.smsotp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserCountTest {

  private static final long NOW = 1_000;

  private final UserCount users = new UserCount();
  private int counted;

  private int ask(String realm, int enough, long now, int really) {
    return users.of(
        realm,
        enough,
        now,
        () -> {
          counted++;
          return really;
        });
  }

  @Test
  void aCountThatIsEnoughIsNotMadeAgain() {
    assertThat(ask("a", 9, NOW, 10)).isEqualTo(10);
    assertThat(ask("a", 9, NOW + 299, 3)).isEqualTo(10);
    assertThat(counted).isEqualTo(1);
  }

  @Test
  void nobodyIsRefusedByAnOldCount() {
    assertThat(ask("a", 9, NOW, 10)).isEqualTo(10);
    assertThat(ask("a", 10, NOW + 1, 12)).isEqualTo(12);
    assertThat(counted).isEqualTo(2);
  }

  @Test
  void aCountIsForgottenAfterFiveMinutes() {
    assertThat(ask("a", 9, NOW, 10)).isEqualTo(10);
    assertThat(ask("a", 9, NOW + 300, 8)).isEqualTo(8);
  }

  @Test
  void tenantsAreCountedApart() {
    assertThat(ask("a", 0, NOW, 10)).isEqualTo(10);
    assertThat(ask("b", 0, NOW, 20)).isEqualTo(20);
  }
}
