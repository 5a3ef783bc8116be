package org.sekisho.devicecertificate.platform;

/**
 * The family of operating systems that a browser says it runs on. It is a claim and no proof.
 * Browsers are not looked at: one device has several. The names stand in the database: never rename
 * one.
 */
public enum Platform {
  WINDOWS("Windows"),
  MACOS("macOS"),
  IOS("iOS"),
  ANDROID("Android"),
  LINUX("Linux"),
  CHROME_OS("ChromeOS"),
  /** Said nothing that we know; it is like no platform and unlike none. */
  UNKNOWN("?");

  private final String words;

  Platform(String words) {
    this.words = words;
  }

  /** What people call it, in each language. */
  public String words() {
    return words;
  }

  /**
   * The platform of a system's name, as ua-parser gives it.
   *
   * @param os for instance {@code Mac OS X}; null where none was told
   */
  public static Platform of(String os) {
    if (os == null) {
      return UNKNOWN;
    }
    return switch (os) {
      case "Mac OS X" -> MACOS;
      case "iOS" -> IOS;
      case "Android" -> ANDROID;
      case "Chrome OS" -> CHROME_OS;
      case "Linux", "Ubuntu", "Debian", "Fedora", "Red Hat", "SUSE", "CentOS", "Arch Linux" ->
          LINUX;
      default -> os.startsWith("Windows") && !os.contains("Phone") ? WINDOWS : UNKNOWN;
    };
  }

  public boolean isKnown() {
    return this != UNKNOWN;
  }

  /** Whether two claims contradict each other. */
  public boolean differsFrom(Platform other) {
    return isKnown() && other.isKnown() && this != other;
  }

  /**
   * Whether one device may make both claims: where a browser asks for pages as a desktop gets them,
   * a tablet or phone says that it is a Mac, or runs Linux.
   */
  public boolean mayBeSameDevice(Platform other) {
    return !differsFrom(other) || isPair(other, IOS, MACOS) || isPair(other, ANDROID, LINUX);
  }

  private boolean isPair(Platform other, Platform one, Platform two) {
    return (this == one && other == two) || (this == two && other == one);
  }
}
