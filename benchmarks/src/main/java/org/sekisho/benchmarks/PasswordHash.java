package org.sekisho.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.sekisho.launcher.Http;

/**
 * What the hash of a password costs, on all targets alike. One Argon2 hash is most of a sign-in,
 * and the same code takes half or twice the time from one start of the JVM to the next, as it
 * happens to be compiled. Without it, the rest can be compared.
 */
enum PasswordHash {
  /** Keycloak's default, Argon2. */
  FULL(""),
  /** Next to nothing. */
  LIGHT(" and hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");

  private final String policy;

  PasswordHash(String policy) {
    this.policy = policy;
  }

  static PasswordHash of(String name) {
    return switch (name) {
      case "full" -> FULL;
      case "light" -> LIGHT;
      default -> throw new BenchmarkException(Options.USAGE);
    };
  }

  /** A realm's password policy with this hash; to be set before users are added. */
  String in(String passwordPolicy) {
    return passwordPolicy + policy;
  }

  /** Gives a realm that has this hash Keycloak's default again. */
  void takeOutOf(String realmUrl, String token) {
    ObjectNode realm =
        (ObjectNode) Http.send("GET", realmUrl, null, token).orFail("Reading a realm").body();
    realm.put("passwordPolicy", realm.get("passwordPolicy").asText().replace(policy, ""));
    Http.send("PUT", realmUrl, realm, token).orFail("Changing the hash");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
