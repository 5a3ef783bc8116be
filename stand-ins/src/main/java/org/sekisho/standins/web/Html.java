package org.sekisho.standins.web;

/** Text made safe for a page, and the two languages of the pages. */
public final class Html {
  private Html() {}

  /** For text and for quoted attributes. Null becomes nothing. */
  public static String escape(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        // Browsers turn bare line ends in form fields into others; written so, they survive.
        case '\n' -> safe.append("&#10;");
        case '\r' -> safe.append("&#13;");
        default -> safe.append(text.charAt(i));
      }
    }
    return safe.toString();
  }

  /** Plain text in Japanese, then in English. */
  public static String bilingual(String japanese, String english) {
    return "<span lang=\"ja\">%s</span> <span lang=\"en\">%s</span>"
        .formatted(escape(japanese), escape(english));
  }
}
