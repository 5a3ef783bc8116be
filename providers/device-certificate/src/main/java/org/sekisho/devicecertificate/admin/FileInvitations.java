package org.sekisho.devicecertificate.admin;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.keycloak.models.UserModel;
import org.sekisho.certauthority.Sha256;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.csv.DeviceWords;
import org.sekisho.devicecertificate.csv.FileRefusal;
import org.sekisho.devicecertificate.csv.InvitationFile;
import org.sekisho.devicecertificate.csv.InvitationLine;
import org.sekisho.devicecertificate.csv.InvitationReview;
import org.sekisho.devicecertificate.csv.LineFault;
import org.sekisho.devicecertificate.rules.DeviceSettings;

/**
 * Many invitations at once, in two calls: the first looks and tells line by line, the second starts
 * the file that was looked at, and no other. All invitations are one transaction: whatever happens,
 * everybody on the file is invited or nobody.
 */
final class FileInvitations {

  private final DevicesCaller caller;
  private final DeviceWords words;
  private final Invitees invitees;

  FileInvitations(DevicesCaller caller, Locale language) {
    this.caller = caller;
    this.words = new DeviceWords(language);
    this.invitees = new Invitees(caller);
  }

  /**
   * What the file would do.
   *
   * @param right lines that can be started
   * @param wrong lines that keep the file from being started
   */
  record Checked(int right, int wrong, List<Line> lines) {}

  /** A line, as it was understood. */
  record Line(
      int line,
      String userId,
      String deviceName,
      boolean pairing,
      Integer hours,
      List<Fault> faults) {}

  /** What is wrong, by a stable name and in the caller's language. */
  record Fault(LineFault code, String text) {}

  Response check(InputStream file) {
    byte[] octets = octets(file);
    List<InvitationLine> lines = review(octets);
    int right = (int) lines.stream().filter(InvitationLine::isRight).count();
    return DevicesCaller.noStore(
        Response.ok(
                new Checked(right, lines.size() - right, lines.stream().map(this::line).toList()))
            .tag(new EntityTag(Sha256.hex(octets))));
  }

  /** What the administrator hands to the users, once, in the order of the file. */
  record Started(List<StartedLine> invitations) {}

  /** An invitation that a line has made. */
  record StartedLine(
      int line,
      String userId,
      String deviceName,
      String id,
      String url,
      String pairingCode,
      long expiresAt) {}

  Response start(InputStream file, String checked) {
    byte[] octets = octets(file);
    requireChecked(octets, checked);
    List<InvitationLine> lines = review(octets);
    List<Line> wrong = lines.stream().filter(line -> !line.isRight()).map(this::line).toList();
    if (!wrong.isEmpty()) {
      throw Problem.of("csv-refused", 400, "Nobody invited", "Lines of the file have faults.")
          .with("lines", wrong)
          .toException();
    }
    return DevicesCaller.noStore(
        Response.status(Response.Status.CREATED)
            .entity(new Started(lines.stream().map(this::invite).toList())));
  }

  /** Who starts a file has looked at what it does: at this file, not at another one. */
  private static void requireChecked(byte[] octets, String checked) {
    if (checked == null) {
      throw Problem.of(
              "if-match-missing",
              428,
              "Nobody invited",
              "Have the file checked and send the answer's ETag as If-Match.")
          .toException();
    }
    if (!checked.strip().equals('"' + Sha256.hex(octets) + '"')) {
      throw Problem.of(
              "csv-not-checked", 412, "Nobody invited", "This is not the file that was checked.")
          .toException();
    }
  }

  private List<InvitationLine> review(byte[] octets) {
    try {
      return InvitationReview.of(InvitationFile.read(octets), invitees::find, caller.settings());
    } catch (FileRefusal refusal) {
      throw Problem.of("csv-unreadable", 400, "File not read", words.refusal(refusal))
          .with("code", refusal.fault().name())
          .toException();
    }
  }

  private Line line(InvitationLine line) {
    return new Line(
        line.number(),
        line.userId(),
        line.deviceName(),
        line.pairing(),
        line.hours(),
        line.faults().stream().map(fault -> new Fault(fault, words.fault(fault))).toList());
  }

  private StartedLine invite(InvitationLine line) {
    DeviceSettings settings = caller.settings();
    UserModel user = invitees.user(line.userId());
    int hours = line.hours() == null ? settings.invitationHours() : line.hours();
    Inviting.Invited made =
        new Inviting(caller)
            .invite(
                new Inviting.Wish(
                    user, line.deviceName(), line.pairing(), Duration.ofHours(hours)));
    return new StartedLine(
        line.number(),
        user.getUsername(),
        line.deviceName(),
        made.id(),
        made.url(),
        made.pairingCode(),
        made.expiresAt());
  }

  private static byte[] octets(InputStream file) {
    try {
      return file == null ? new byte[0] : file.readNBytes(InvitationFile.LARGEST + 1);
    } catch (IOException brokenOff) {
      throw new UncheckedIOException(brokenOff);
    }
  }
}
