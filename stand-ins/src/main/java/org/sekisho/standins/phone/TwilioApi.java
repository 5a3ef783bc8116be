package org.sekisho.standins.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** The part of Twilio's Messages API that a sender of one-time codes meets. */
final class TwilioApi {
  private static final String MESSAGES = "/2010-04-01/Accounts/{AccountSid}/Messages";
  private static final int PAGE_SIZE = 50;

  private final TwilioAccount account;
  private final Inbox inbox;
  private final Faults faults;
  private final StatusCallbacks callbacks;
  private final Clock clock;

  TwilioApi(
      TwilioAccount account, Inbox inbox, Faults faults, StatusCallbacks callbacks, Clock clock) {
    this.account = account;
    this.inbox = inbox;
    this.faults = faults;
    this.callbacks = callbacks;
    this.clock = clock;
  }

  void addTo(Routes routes) {
    routes.post(MESSAGES + ".json", this::create);
    routes.get(MESSAGES + ".json", this::list);
    routes.get(MESSAGES + "/{Sid}.json", this::fetch);
  }

  private Response create(Request request) {
    account.authorise(request);
    Fault fault = faults.forNumber(request.form().get("To").orElse(""));
    return fault.insteadOfSending().orElseGet(() -> accept(request));
  }

  private Response accept(Request request) {
    MessageRequest wanted = MessageRequest.read(request.form());
    ShortMessage message = ShortMessage.receive(account.sid(), wanted, clock.instant());
    inbox.add(message);
    callbacks.announce(message);
    return Response.json(201, MessageResource.of(message, message.receivedAt()));
  }

  private Response fetch(Request request) {
    account.authorise(request);
    return inbox
        .find(request.fromPath("Sid"))
        .map(message -> Response.json(200, MessageResource.of(message, clock.instant())))
        .orElseGet(() -> TwilioProblem.answer(404, 20404, "The requested resource was not found"));
  }

  private Response list(Request request) {
    account.authorise(request);
    List<ObjectNode> messages =
        inbox.to(request.query().filled("To")).stream()
            .limit(PAGE_SIZE)
            .map(message -> MessageResource.of(message, clock.instant()))
            .toList();
    ObjectNode page = Json.newObject();
    page.putArray("messages").addAll(messages);
    page.put("page", 0);
    page.put("page_size", PAGE_SIZE);
    page.put("start", 0);
    page.put("end", Math.max(0, messages.size() - 1));
    page.putNull("next_page_uri");
    page.putNull("previous_page_uri");
    String self = MESSAGES.replace("{AccountSid}", account.sid()) + ".json";
    page.put("first_page_uri", self);
    page.put("uri", self);
    return Response.json(200, page);
  }
}
