package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
  private static final Pattern E164 = Pattern.compile("\\+81[0-9]{9,10}");

  @Test
  void noLineHoldsACodeAPasswordATokenOrAFullPhoneNumber() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path log : List.of(Setup.LAYOUT.serverLog(), Setup.LAYOUT.standInsLog())) {
      lines.addAll(Files.readAllLines(log));
    }
    for (Path log : Node.logs()) {
      lines.addAll(Files.readAllLines(log));
    }
    if (Files.exists(BalancedServer.LAYOUT.serverLog())) {
      lines.addAll(Files.readAllLines(BalancedServer.LAYOUT.serverLog()));
    }
    assertThat(lines).hasSizeGreaterThan(20);
    assertThat(TestTenant.SECRETS).hasSizeGreaterThan(10);
    WholeWords secrets = secrets();
    for (String line : lines) {
      assertThat(secrets.areIn(line)).as("a secret in: %s", masked(line)).isFalse();
      assertThat(JWT.matcher(line).find()).as("a token").isFalse();
      assertThat(E164.matcher(line).find()).as("a phone number").isFalse();
    }
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
