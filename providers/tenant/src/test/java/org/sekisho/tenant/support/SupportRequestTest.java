package org.sekisho.tenant.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.core.Faults;

class SupportRequestTest {

  private static final List<String> VIEW = List.of("view-users");

  private static List<String> faults(SupportRequest request) {
    return request.check().found().stream().map(Faults.Fault::member).toList();
  }

  @Test
  void aCompleteRequestLastsAnHourUnlessItSaysOtherwise() {
    SupportRequest request = new SupportRequest("T-1", "reason", VIEW, null);
    assertThat(faults(request)).isEmpty();
    assertThat(request.minutesOrDefault()).isEqualTo(60);
    assertThat(faults(new SupportRequest("T-1", "reason", VIEW, 1))).isEmpty();
    assertThat(faults(new SupportRequest("T-1", "reason", VIEW, 240))).isEmpty();
  }

  @Test
  void everythingThatIsMissingIsNamed() {
    assertThat(faults(new SupportRequest(null, " ", List.of(), 0)))
        .containsExactly("ticket", "reason", "rights", "minutes");
    assertThat(faults(new SupportRequest("x".repeat(65), "x".repeat(501), null, 241)))
        .containsExactly("ticket", "reason", "rights", "minutes");
  }

  @Test
  void aTicketIsOneLineSoThatItCannotForgeALogLine() {
    assertThat(faults(new SupportRequest("T-1\nadmin logged in", "reason", VIEW, 60)))
        .containsExactly("ticket");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"manage-realm", "impersonation", "realm-admin", "manage-authorization", "admin"})
  void noRightReachesFurtherThanSupport(String right) {
    assertThat(faults(new SupportRequest("T-1", "reason", List.of("view-users", right), 60)))
        .containsExactly("rights");
  }

  @Test
  void aSessionIsLiveUntilTheMomentItEnds() {
    SupportSessionEntity support = new SupportSessionEntity();
    support.endsAt = 1_000;
    assertThat(support.isLive(999)).isTrue();
    assertThat(support.isLive(1_000)).isFalse();
  }
}
