package org.sekisho.devicecertificate.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.devicecertificate.csv.InvitationReview.Invitee;
import org.sekisho.devicecertificate.rules.DeviceSettings;

class InvitationReviewTest {

  private static final Map<String, Invitee> USERS =
      Map.of(
          "taro", new Invitee("1", true, 0, 0),
          "TARO", new Invitee("1", true, 0, 0),
          "off", new Invitee("2", false, 0, 0),
          "full", new Invitee("3", true, 4, 0),
          "waits", new Invitee("4", true, 0, 2));

  private static InvitationLine line(String user, String device) {
    return new InvitationLine(2, user, device, false, null, List.of());
  }

  private static List<List<LineFault>> faults(InvitationLine... lines) {
    return InvitationReview.of(
            List.of(lines), user -> Optional.ofNullable(USERS.get(user)), DeviceSettings.USUAL)
        .stream()
        .map(InvitationLine::faults)
        .toList();
  }

  @Test
  void usersWhoAreThereAndHaveRoomAreInvited() {
    assertThat(faults(line("taro", "PC"), line("full", "PC"), line("waits", "PC")))
        .containsOnly(List.of());
  }

  @Test
  void othersAreNot() {
    assertThat(faults(line("nobody", "PC"), line("off", "PC")))
        .containsExactly(List.of(LineFault.USER_UNKNOWN), List.of(LineFault.USER_DISABLED));
  }

  @Test
  void theSameDeviceOfTheSameUserIsInvitedOnce() {
    assertThat(faults(line("taro", "PC"), line("TARO", "PC"), line("taro", "Phone")))
        .containsExactly(List.of(), List.of(LineFault.TWICE), List.of());
  }

  @Test
  void linesOfAUserCountTogether() {
    assertThat(faults(line("full", "A"), line("full", "B")))
        .containsExactly(List.of(), List.of(LineFault.DEVICE_LIMIT));
    assertThat(faults(line("waits", "A"), line("waits", "B")))
        .containsExactly(List.of(), List.of(LineFault.TOO_MANY_WAITING));
  }

  @Test
  void faultsOfTheFileStayAndALineWithoutAUserIsNotLookedUp() {
    InvitationLine broken =
        new InvitationLine(2, "", "PC", false, null, List.of(LineFault.USER_MISSING));
    assertThat(faults(broken)).containsExactly(List.of(LineFault.USER_MISSING));
  }

  @Test
  void aTenantThatRequiresPairingCodesHasThemOnEachLine() {
    DeviceSettings strict = new DeviceSettings(5, 397, 24, true, false, false, 0);
    assertThat(
            InvitationReview.of(
                List.of(line("taro", "PC")), user -> Optional.ofNullable(USERS.get(user)), strict))
        .allMatch(InvitationLine::pairing);
  }
}
