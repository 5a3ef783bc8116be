package org.sekisho.standins.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** A page whose form posts itself to another address; a button does it where scripts are off. */
public final class PostForm {
  private final String action;
  private final Map<String, String> fields = new LinkedHashMap<>();

  public PostForm(String action) {
    this.action = action;
  }

  public PostForm field(String name, String value) {
    fields.put(name, value);
    return this;
  }

  public Response answer() {
    StringBuilder form = new StringBuilder();
    form.append(
        "<form id=\"auto-submit\" method=\"post\" action=\"%s\">\n".formatted(Html.escape(action)));
    fields.forEach(
        (name, value) ->
            form.append(
                "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n"
                    .formatted(Html.escape(name), Html.escape(value))));
    form.append("<button type=\"submit\">")
        .append(Html.bilingual("続ける", "Continue"))
        .append("</button></form>");
    return new Page("移動しています", "One moment")
        .paragraph("自動で進まないときは、ボタンを押してください。", "If nothing happens, press the button.")
        .markup(form.toString())
        .script("/auto-submit.js")
        .answer(200);
  }
}
