package org.sekisho.federation.microsoft365;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.Config;

/**
 * Server configuration {@code spi-sekisho-tenant-section--microsoft365--*}, apart from what {@link
 * GraphConfig} reads.
 *
 * @param preflightValidity how old a pre-flight may be at the switch, 1 minute to a day
 * @param waits of a rollover: before the new key signs (up to 7 days), before the old one goes (up
 *     to 90 days)
 * @param jobInterval between two rounds of what goes on by itself, 1 second to an hour
 * @param watchInterval how often Microsoft's settings are compared, 1 second to a week
 * @param abandonmentLooks for how long after it was sent a switch that was given up is looked for,
 *     up to a day
 * @param operatorMail who is told of drift where a tenant has no ID administrator whom mail reaches
 */
record Microsoft365Config(
    GraphConfig graph,
    Duration preflightValidity,
    RolloverStep.Waits waits,
    Duration jobInterval,
    Duration watchInterval,
    Duration abandonmentLooks,
    Optional<String> operatorMail) {

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");

  static Microsoft365Config of(Config.Scope scope) {
    Optional<String> mail =
        Optional.ofNullable(scope.get("operator-mail")).filter(text -> !text.isBlank());
    if (mail.isPresent() && !ADDRESS.matcher(mail.get()).matches()) {
      throw new IllegalArgumentException(
          "sekisho-tenant-section microsoft365: operator-mail must be a mail address");
    }
    return new Microsoft365Config(
        GraphConfig.of(scope),
        Duration.ofMinutes(within(1, scope.getInt("preflight-validity-minutes", 60), 1_440)),
        new RolloverStep.Waits(
            seconds(scope, "switch-after-seconds", 0, 7_200, 604_800).toMillis(),
            seconds(scope, "withdraw-after-seconds", 0, 604_800, 7_776_000).toMillis()),
        seconds(scope, "job-interval-seconds", 1, 60, 3_600),
        seconds(scope, "watch-interval-seconds", 1, 21_600, 604_800),
        seconds(scope, "abandon-looks-seconds", 0, 3_600, 86_400),
        mail);
  }

  private static Duration seconds(Config.Scope scope, String name, int least, int usual, int most) {
    return Duration.ofSeconds(within(least, scope.getInt(name, usual), most));
  }

  private static int within(int least, int value, int most) {
    return Math.max(least, Math.min(most, value));
  }
}
