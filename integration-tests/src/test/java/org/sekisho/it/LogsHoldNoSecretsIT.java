package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Credentials;

/** Reads all that the servers have logged during the whole run. Must run last. */
@ExtendWith(Setup.class)
@Order(Integer.MAX_VALUE)
class LogsHoldNoSecretsIT {

  private static final Pattern JWT =
      Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.");

  /**
   * What the server tells of itself in six digits: by chance they are those of one of the codes.
   */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "Bootstrap completed in [0-9.]+ seconds|node_[0-9]+"
              + "|inflating size [0-9]+ reached. Total bytes witten [0-9]+");

  private static final Pattern E164 = Pattern.compile("\\+81[0-9]{9,10}");

  @Test
  void noLineHoldsACodeAPasswordATokenOrAFullPhoneNumber() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path log : List.of(Setup.LAYOUT.serverLog(), Setup.LAYOUT.standInsLog())) {
      lines.addAll(lines(log));
    }
    for (Path log : Node.logs()) {
      lines.addAll(lines(log));
    }
    if (Files.exists(BalancedServer.LAYOUT.serverLog())) {
      lines.addAll(lines(BalancedServer.LAYOUT.serverLog()));
    }
    assertThat(lines).hasSizeGreaterThan(20);
    assertThat(TestTenant.SECRETS).hasSizeGreaterThan(10);
    WholeWords secrets = secrets();
    for (String line : lines) {
      boolean found = secrets.areIn(HARMLESS.matcher(line).replaceAll(""));
      assertThat(found).as("a secret in: %s", masked(line)).isFalse();
      assertThat(JWT.matcher(line).find()).as("a token").isFalse();
      assertThat(E164.matcher(line).find()).as("a phone number").isFalse();
    }
  }

  /** The server still writes: the last character may be there by half. */
  private static List<String> lines(Path log) throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
  }

  private static WholeWords secrets() {
    Set<String> secrets =
        TestTenant.SECRETS.stream()
            .filter(secret -> secret.length() >= WholeWords.LEAST)
            .collect(Collectors.toSet());
    secrets.add(Credentials.OPERATOR_PASSWORD);
    secrets.add(Credentials.TWILIO_AUTH_TOKEN);
    secrets.add(Credentials.GRAPH_CLIENT_SECRET);
    return new WholeWords(secrets);
  }

  private static String masked(String line) {
    return line.substring(0, Math.min(60, line.length()));
  }
}
