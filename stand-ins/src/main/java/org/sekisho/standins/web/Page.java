package org.sekisho.standins.web;

/** A page in the look that all stand-ins share. */
public final class Page {
  private final String title;
  private final StringBuilder content = new StringBuilder();
  private String script = "";
  private String look = "";

  public Page(String japaneseTitle, String englishTitle) {
    this.title = japaneseTitle + " / " + englishTitle;
    content.append("<h1>").append(Html.bilingual(japaneseTitle, englishTitle)).append("</h1>\n");
  }

  public Page paragraph(String japanese, String english) {
    return markup("<p>" + Html.bilingual(japanese, english) + "</p>");
  }

  /** One line of a list of facts; the value is escaped. */
  public Page fact(String japaneseName, String englishName, String value) {
    return markup(
        "<dl><dt>%s</dt><dd>%s</dd></dl>"
            .formatted(Html.bilingual(japaneseName, englishName), Html.escape(value)));
  }

  public Page link(String address, String japanese, String english) {
    return markup(
        "<p><a class=\"button\" href=\"%s\">%s</a></p>"
            .formatted(Html.escape(address), Html.bilingual(japanese, english)));
  }

  /** Markup that is already safe. */
  public Page markup(String safe) {
    content.append(safe).append('\n');
    return this;
  }

  /** A script of the stand-in's own, by its address. */
  public Page script(String address) {
    script = "<script src=\"%s\" defer></script>".formatted(Html.escape(address));
    return this;
  }

  /** A class of the style sheet for the whole page. */
  public Page look(String styleClass) {
    look = styleClass;
    return this;
  }

  public Response answer(int status) {
    return Response.html(status, html());
  }

  private String html() {
    return """
    <!doctype html>
    <html lang="ja">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <link rel="stylesheet" href="/style.css">
    %s
    </head>
    <body><main class="%s">
    %s</main></body>
    </html>
    """
        .formatted(Html.escape(title), script, look, content);
  }
}
