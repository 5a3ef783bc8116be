package org.sekisho.federation.microsoft365;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.models.KeycloakSession;

/**
 * All that an administrator needs to lead a domain back to Microsoft's own sign-in, with or without
 * us. It holds temporary passwords: it is given once and not kept.
 *
 * @param instructions what to do, by language
 * @param script PowerShell; whoever has it has the users' temporary passwords
 * @param scriptSha256 of the script in UTF-8, hexadecimal
 * @param seal a signed token (JWS, RS256, the tenant's key) of domain, date, users and script
 */
record DetachKit(
    String domain,
    String madeAt,
    int users,
    Map<String, String> instructions,
    String script,
    String scriptSha256,
    String seal) {

  private static final String TYPE = "sekisho-detach-kit+jwt";

  /** Names no password. */
  @Override
  public String toString() {
    return "DetachKit[" + domain + ", " + madeAt + "]";
  }

  static DetachKit make(
      KeycloakSession session, String tenant, DomainEntity row, List<TenantUser> users, long now) {
    Map<String, String> passwords = TemporaryPasswords.of(users);
    String script = Scripts.detach(row.domain, row.issuer, passwords);
    String madeAt = Instant.ofEpochMilli(now).toString();
    Map<String, Object> sealed = new LinkedHashMap<>();
    sealed.put("tenant", tenant);
    sealed.put("domain", row.domain);
    sealed.put("iat", now / 1000);
    sealed.put("usersSha256", DomainUsers.fingerprint(users));
    sealed.put("scriptSha256", DomainUsers.sha256(script));
    String seal =
        new JWSBuilder()
            .type(TYPE)
            .jsonContent(sealed)
            .sign(session.getProvider(SignatureProvider.class, Algorithm.RS256).signer());
    return new DetachKit(
        row.domain,
        madeAt,
        passwords.size(),
        Map.of("ja", text("ja"), "en", text("en")),
        script,
        DomainUsers.sha256(script),
        seal);
  }

  private static String text(String language) {
    try (InputStream file = DetachKit.class.getResourceAsStream("detach_" + language + ".txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
