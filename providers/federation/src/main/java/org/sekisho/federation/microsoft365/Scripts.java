package org.sekisho.federation.microsoft365;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The PowerShell scripts for administrators who hand out no rights at Graph. Pure. */
final class Scripts {

  private static final String FORCE =
      "# -Force switches although users would be locked out.\nparam([switch]$Force)";
  private static final String NO_FORCE = "param()\n$Force = $false";

  private Scripts() {}

  /**
   * Compares the users, then federates. It stops before the switch where a user would be locked
   * out.
   *
   * @param canBeForced whether it switches all the same when it is told to
   */
  static String federate(
      String domain, FederationSettings settings, List<TenantUser> users, boolean canBeForced) {
    Map<String, String> places = settings(domain, settings);
    places.put("force", canBeForced ? FORCE : NO_FORCE);
    places.put(
        "users",
        users.stream()
            .filter(TenantUser::enabled)
            .filter(user -> user.immutableId() != null)
            .map(
                user ->
                    "  "
                        + PowerShellText.quoted(user.userId())
                        + " = "
                        + PowerShellText.quoted(user.immutableId()))
            .collect(Collectors.joining("\n")));
    places.put("nextCertificateLine", nextCertificateLine(settings));
    return PowerShellText.filled(template("federate"), places);
  }

  /** Nothing without a next one: whether a null is taken when a federation is made is not known. */
  private static String nextCertificateLine(FederationSettings settings) {
    return settings.nextSigningCertificate() == null
        ? ""
        : "\n  nextSigningCertificate          = "
            + PowerShellText.quoted(settings.nextSigningCertificate());
  }

  /** Tells Microsoft which certificates it is to trust in this step of a rollover. */
  static String certificates(String domain, FederationSettings settings) {
    return PowerShellText.filled(template("certificates"), settings(domain, settings));
  }

  /**
   * Makes the domain managed and gives every user a temporary password.
   *
   * @param passwords by user ID; they are in the script and nowhere else
   */
  static String detach(String domain, String issuer, Map<String, String> passwords) {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("domain", PowerShellText.quoted(domain));
    places.put("issuer", PowerShellText.quoted(issuer));
    places.put(
        "passwords",
        passwords.entrySet().stream()
            .map(
                user ->
                    "  "
                        + PowerShellText.quoted(user.getKey())
                        + " = "
                        + PowerShellText.quoted(user.getValue()))
            .collect(Collectors.joining("\n")));
    return PowerShellText.filled(template("detach"), places);
  }

  private static Map<String, String> settings(String domain, FederationSettings settings) {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("domain", PowerShellText.quoted(domain));
    places.put("issuer", PowerShellText.quoted(settings.issuerUri()));
    places.put("signIn", PowerShellText.quoted(settings.signInUri()));
    places.put("signOut", PowerShellText.quoted(settings.signOutUri()));
    places.put("mfa", PowerShellText.quoted(settings.mfaBehavior()));
    places.put("certificate", PowerShellText.quoted(settings.signingCertificate()));
    places.put(
        "nextCertificate",
        settings.nextSigningCertificate() == null
            ? "$null"
            : PowerShellText.quoted(settings.nextSigningCertificate()));
    return places;
  }

  private static String template(String name) {
    try (InputStream file = Scripts.class.getResourceAsStream(name + ".ps1")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
