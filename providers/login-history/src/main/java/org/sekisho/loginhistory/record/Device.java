package org.sekisho.loginhistory.record;

/**
 * What a browser says of itself. It is a claim and no proof: anybody can write it.
 *
 * @param browser for instance {@code Chrome}; null where nothing is known, as all others
 */
public record Device(
    String browser, String browserVersion, String os, String osVersion, boolean mobile) {

  public static final Device UNKNOWN = new Device(null, null, null, null, false);

  private static final int LONGEST = 64;
  private static final int LONGEST_VERSION = 32;

  /** Since which value of the client hint a Windows is Windows 11. */
  private static final int WINDOWS_11 = 13;

  public Device {
    browser = cut(browser, LONGEST);
    browserVersion = cut(browserVersion, LONGEST_VERSION);
    os = cut(os, LONGEST);
    osVersion = cut(osVersion, LONGEST_VERSION);
  }

  public boolean isKnown() {
    return browser != null || os != null;
  }

  /**
   * What tells one device from another in the eyes of a user: the same browser on the same system.
   * Versions change by themselves and are not part of it.
   */
  public String family() {
    return (browser == null ? "?" : browser) + "|" + (os == null ? "?" : os) + "|" + mobile;
  }

  /**
   * The same device with the version of Windows that the client hint {@code
   * Sec-CH-UA-Platform-Version} tells: in the user agent each Windows since 10 is 10.
   *
   * @param hint as the browser has sent it; null where it has not
   */
  public Device withPlatformVersion(String hint) {
    if (hint == null || os == null || !os.startsWith("Windows")) {
      return this;
    }
    try {
      int major = Integer.parseInt(hint.replace("\"", "").trim().split("\\.", -1)[0]);
      return major >= WINDOWS_11 ? new Device(browser, browserVersion, os, "11", mobile) : this;
    } catch (NumberFormatException noNumber) {
      return this;
    }
  }

  private static String cut(String text, int most) {
    if (text == null || text.isBlank() || text.equals("Other")) {
      return null;
    }
    return text.length() > most ? text.substring(0, most) : text;
  }
}
