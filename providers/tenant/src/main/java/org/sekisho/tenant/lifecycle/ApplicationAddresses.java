package org.sekisho.tenant.lifecycle;

import java.util.Map;
import org.keycloak.Config;

/**
 * Where the applications of the catalogue live; server configuration {@code
 * spi-admin-realm-restapi-extension--sekisho--*}.
 *
 * @param microsoft365Acs Microsoft's assertion consumer service
 * @param microsoft365Start where the tile of the main menu leads
 * @param mailGateway base address of the mail gateway, without a slash at the end
 */
public record ApplicationAddresses(
    String microsoft365Acs, String microsoft365Start, String mailGateway) {

  public static ApplicationAddresses of(Config.Scope config) {
    return new ApplicationAddresses(
        config.get("microsoft-365-acs-url", "https://login.microsoftonline.com/login.srf"),
        config.get("microsoft-365-start-url", "https://m365.cloud.microsoft/"),
        config.get("mail-gateway-url", "https://mail-gateway.invalid"));
  }

  Map<String, String> asPlaceholders() {
    return Map.of(
        "microsoft365.acs", microsoft365Acs,
        "microsoft365.start", microsoft365Start,
        "mailGateway.url", mailGateway);
  }
}
