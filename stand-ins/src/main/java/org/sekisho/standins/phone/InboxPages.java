package org.sekisho.standins.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.sekisho.standins.web.Html;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.Page;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** The received texts, for people and for tests. */
final class InboxPages {
  private static final int SHOWN = 30;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Inbox inbox;

  InboxPages(Inbox inbox) {
    this.inbox = inbox;
  }

  void addTo(Routes routes) {
    routes.get("/", this::page);
    routes.get("/messages", this::list);
    routes.delete("/messages", this::empty);
  }

  private Response list(Request request) {
    List<ObjectNode> messages =
        inbox.to(request.query().filled("to")).stream().map(InboxPages::json).toList();
    return Response.json(200, messages);
  }

  private Response empty(Request request) {
    inbox.clear();
    return Response.empty(204);
  }

  private static ObjectNode json(ShortMessage message) {
    ObjectNode json = Json.newObject();
    json.put("sid", message.sid());
    json.put("to", message.request().to());
    json.put("from", message.request().from().orElse(null));
    json.put("body", message.request().body());
    json.put("receivedAt", message.receivedAt().toString());
    json.put("code", message.code().orElse(null));
    return json;
  }

  private Response page(Request request) {
    Page page = new Page("携帯電話", "Phone").look("phone").script("/refresh.js");
    List<ShortMessage> messages = inbox.to(request.query().filled("to"));
    if (messages.isEmpty()) {
      page.paragraph("まだメッセージはありません。", "No messages yet.");
    }
    StringBuilder list = new StringBuilder("<ul class=\"messages\">");
    messages.stream().limit(SHOWN).forEach(message -> list.append(bubble(message)));
    return page.markup(list.append("</ul>").toString()).answer(200);
  }

  private static String bubble(ShortMessage message) {
    return "<li class=\"message\"><p>%s</p><p class=\"about\">%s → %s · %s</p></li>"
        .formatted(
            Html.escape(message.request().body()),
            Html.escape(message.request().from().orElse("SMS")),
            Html.escape(message.request().to()),
            CLOCK.format(message.receivedAt()));
  }
}
