package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.federation.microsoft365.Preflight.Obstacle;

class PreflightTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final long NOW = 10_000_000;

  private static Optional<Obstacle> obstacle(long at, int lockedOut, int emergency, boolean over) {
    return Preflight.obstacle(
        new Preflight(at, 5, lockedOut, lockedOut, emergency, "U"), "U", NOW, HOUR, over);
  }

  @Test
  void aDomainIsSwitchedAfterAFreshPreflightThatLocksNobodyOut() {
    assertThat(Preflight.obstacle(null, "U", NOW, HOUR, true)).contains(Obstacle.PREFLIGHT_MISSING);
    assertThat(obstacle(NOW - 3_600_001, 0, 2, true)).contains(Obstacle.PREFLIGHT_TOO_OLD);
    assertThat(obstacle(NOW + 1, 0, 2, true)).contains(Obstacle.PREFLIGHT_TOO_OLD);
    assertThat(obstacle(NOW, 1, 2, false)).contains(Obstacle.USERS_LOCKED_OUT);
    assertThat(obstacle(NOW, 1, 2, true)).isEmpty();
    assertThat(obstacle(NOW - 3_600_000, 0, 2, false)).isEmpty();
  }

  @Test
  void otherUsersThanThoseComparedAreComparedFirst() {
    Preflight found = new Preflight(NOW, 5, 0, 0, 2, "U");
    assertThat(Preflight.obstacle(found, "U", NOW, HOUR, false)).isEmpty();
    assertThat(Preflight.obstacle(found, "OTHER", NOW, HOUR, true))
        .contains(Obstacle.PREFLIGHT_OUTDATED);
    assertThat(Preflight.obstacle(new Preflight(NOW, 5, 0, 0, 2, null), "U", NOW, HOUR, true))
        .contains(Obstacle.PREFLIGHT_OUTDATED);
  }

  @Test
  void nobodyOverridesThatEmergencyAdministratorsAreMissing() {
    assertThat(obstacle(NOW, 0, 1, true)).contains(Obstacle.EMERGENCY_ADMINISTRATORS_MISSING);
  }

  @Test
  void anEmergencyAdministratorIsEnabledAndInTheInitialDomain() {
    EmergencyAdministrators found =
        EmergencyAdministrators.among(
            List.of(
                new DirectoryUser("a@x.onmicrosoft.com", null, true),
                new DirectoryUser("b@x.onmicrosoft.com", null, false),
                new DirectoryUser("c@sakura.example", null, true),
                new DirectoryUser("d@evil-onmicrosoft.com", null, true)));
    assertThat(found.userPrincipalNames()).containsExactly("a@x.onmicrosoft.com");
    assertThat(found.areEnough()).isFalse();
  }

  @Test
  void nothingIsReadFromADirectoryThatHasNotVerifiedTheDomain() {
    MemoryDirectory directory = new MemoryDirectory();
    directory.users.add(new DirectoryUser("secret@victim.example", "S", true));
    assertThatThrownBy(() -> PreflightRun.of(directory, "sakura.example", List.of(), NOW))
        .isInstanceOf(PreflightRun.ForeignDirectoryException.class);
    directory.domains.put("sakura.example", new DirectoryDomain("sakura.example", false, false));
    assertThatThrownBy(() -> PreflightRun.of(directory, "sakura.example", List.of(), NOW))
        .isInstanceOf(PreflightRun.ForeignDirectoryException.class);
    assertThat(directory.usersWereRead).isFalse();
  }
}
