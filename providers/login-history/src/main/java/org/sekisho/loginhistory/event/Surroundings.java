package org.sekisho.loginhistory.event;

import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.account.DeviceRepresentation;
import org.sekisho.loginhistory.record.Device;
import org.sekisho.network.ClientAddress;
import org.sekisho.network.IpAddress;

/** From where, and with what, the present request comes. */
final class Surroundings {

  private Surroundings() {}

  /** Keycloak reads the user agent with ua-parser and keeps what it has read. */
  static Device device(KeycloakSession session) {
    HttpRequest request = session.getContext().getHttpRequest();
    if (request == null || request.getHttpHeaders() == null) {
      return Device.UNKNOWN;
    }
    DeviceRepresentation told =
        session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation();
    return told == null
        ? Device.UNKNOWN
        : new Device(
                name(told.getBrowser()),
                version(told.getBrowser()),
                told.getOs(),
                known(told.getOsVersion()),
                told.isMobile())
            .withPlatformVersion(
                request.getHttpHeaders().getHeaderString(ClientHints.PLATFORM_VERSION));
  }

  /** The canonical text of an address that an event names. */
  static String address(String noted) {
    return ClientAddress.parse(noted).map(IpAddress::toString).orElse(noted);
  }

  /** Keycloak joins browser and version with a slash. */
  private static String name(String browser) {
    int slash = browser == null ? -1 : browser.indexOf('/');
    return slash < 0 ? browser : browser.substring(0, slash);
  }

  private static String version(String browser) {
    int slash = browser == null ? -1 : browser.indexOf('/');
    return slash < 0 ? null : known(browser.substring(slash + 1));
  }

  private static String known(String version) {
    return version == null || version.equals("Unknown") ? null : version;
  }
}
