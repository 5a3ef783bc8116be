package org.sekisho.standins.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;
import org.sekisho.standins.web.TestBrowser;
import org.sekisho.standins.web.WebServer;

class PhoneTest {
  private static final String SID = "AC0123456789abcdef0123456789abcdef";
  private static final String TOKEN = "token";
  private static final String NUMBER = "+819012345678";
  private static final Map<String, String> MESSAGE =
      Map.of("To", NUMBER, "From", "+15005550006", "Body", "確認コード 123456 (5 min)");

  /** Property to pattern: what the published description of the Messages resource says of each. */
  private static final Map<String, String> RESOURCE =
      Map.ofEntries(
          Map.entry("body", ".+"),
          Map.entry("num_segments", "[0-9]+"),
          Map.entry("direction", "outbound-api"),
          Map.entry("from", "\\+[0-9]+|null"),
          Map.entry("to", "\\+[0-9]+"),
          Map.entry(
              "date_updated",
              "[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000"),
          Map.entry("price", "null"),
          Map.entry("error_message", "null"),
          Map.entry("uri", "/2010-04-01/Accounts/AC[0-9a-f]{32}/Messages/SM[0-9a-f]{32}\\.json"),
          Map.entry("account_sid", "AC[0-9a-fA-F]{32}"),
          Map.entry("num_media", "0"),
          Map.entry("status", "queued|sent|delivered"),
          Map.entry("messaging_service_sid", "MG[0-9a-fA-F]{32}|null"),
          Map.entry("sid", "SM[0-9a-f]{32}"),
          Map.entry("date_sent", "null|.* \\+0000"),
          Map.entry("date_created", ".* \\+0000"),
          Map.entry("error_code", "null"),
          Map.entry("price_unit", "null"),
          Map.entry("api_version", "2010-04-01"),
          Map.entry("subresource_uris", ""));

  private final Phone phone = Phone.start(0, new TwilioAccount(SID, TOKEN));
  private final TestBrowser browser = new TestBrowser();

  @AfterEach
  void close() {
    phone.close();
  }

  private String api() {
    return phone.address() + "/2010-04-01/Accounts/" + SID + "/Messages";
  }

  private HttpResponse<String> send(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + TestBrowser.encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return browser.send(
        authorised(api() + ".json", TOKEN)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder authorised(String address, String token) {
    String pair =
        Base64.getEncoder().encodeToString((SID + ":" + token).getBytes(StandardCharsets.UTF_8));
    return TestBrowser.request(address).header("Authorization", "Basic " + pair);
  }

  private static Map<String, String> message(String name, String value) {
    Map<String, String> changed = new HashMap<>(MESSAGE);
    changed.put(name, value);
    return changed;
  }

  private static void assertIsResource(JsonNode json) {
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(RESOURCE.keySet());
    RESOURCE.forEach(
        (name, pattern) -> assertThat(json.get(name).asText()).as(name).matches("(?s)" + pattern));
    assertThat(json.get("num_segments").isTextual()).isTrue();
  }

  @Test
  void aMessageIsAnsweredAsTwilioDoesAndArrives() {
    HttpResponse<String> answer = send(MESSAGE);
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode created = TestBrowser.parse(answer);
    assertIsResource(created);
    assertThat(created.get("status").asText()).isEqualTo("queued");
    JsonNode received =
        TestBrowser.parse(browser.get(phone.address() + "/messages?to=%2B819012345678")).get(0);
    assertThat(received.get("code").asText()).isEqualTo("123456");
    assertThat(received.get("sid")).isEqualTo(created.get("sid"));
    assertThat(TestBrowser.parse(browser.get(phone.address() + "/messages?to=%2B1"))).isEmpty();
  }

  @Test
  void messagesCanBeFetchedAndListed() {
    String sid = TestBrowser.parse(send(MESSAGE)).get("sid").asText();
    assertIsResource(
        TestBrowser.parse(browser.send(authorised(api() + "/" + sid + ".json", TOKEN).GET())));
    JsonNode page = TestBrowser.parse(browser.send(authorised(api() + ".json", TOKEN).GET()));
    assertIsResource(page.get("messages").get(0));
    assertThat(browser.send(authorised(api() + "/SMnone.json", TOKEN).GET()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void wrongCredentialsAreRefused() {
    HttpResponse<String> answer =
        browser.send(authorised(api() + ".json", "wrong").POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(401);
    JsonNode problem = TestBrowser.parse(answer);
    assertThat(problem.get("code").asInt()).isEqualTo(20003);
    assertThat(problem.get("status").asInt()).isEqualTo(401);
    assertThat(problem.get("more_info").asText()).isNotEmpty();
    assertThat(browser.get(api() + ".json").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "To,'',21604",
    "To,09012345678,21211",
    "To,+81 90,21211",
    "From,'',21603",
    "From,+,21212",
    "From,+819012345678,21266",
    "Body,'',21602",
    "StatusCallback,ftp://x,21609",
    "MessagingServiceSid,MG1,21701"
  })
  void wrongParametersAreRefused(String name, String value, int code) {
    HttpResponse<String> answer = send(message(name, value));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(TestBrowser.parse(answer).get("code").asInt()).isEqualTo(code);
    assertThat(TestBrowser.parse(browser.get(phone.address() + "/messages"))).isEmpty();
  }

  @Test
  void aBodyOf1600CharactersIsTakenAndOneMoreIsNot() {
    assertThat(send(message("Body", "a".repeat(1600))).statusCode()).isEqualTo(201);
    assertThat(TestBrowser.parse(send(message("Body", "a".repeat(1601)))).get("code").asInt())
        .isEqualTo(21617);
  }

  @ParameterizedTest
  @CsvSource({
    "a,160,1", "a,161,2", "a,306,2", "a,307,3", "€,80,1", "€,81,2", "確,70,1", "確,71,2", "確,135,3"
  })
  void segmentsAreCountedByAlphabet(String character, int times, int segments) {
    assertThat(Segments.of(character.repeat(times))).isEqualTo(segments);
  }

  @Test
  void thePageEscapesWhatItShows() {
    send(message("Body", "<script>alert(1)</script>"));
    HttpResponse<String> page = browser.get(phone.address() + "/");
    assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
  }

  @Test
  void faultsHitOnlyTheNumberTheyAreFor() {
    browser.json(
        "PUT", phone.address() + "/faults", "{\"mode\":\"http-500\",\"to\":\"" + NUMBER + "\"}");
    assertThat(send(MESSAGE).statusCode()).isEqualTo(500);
    assertThat(send(message("To", "+819011112222")).statusCode()).isEqualTo(201);
    browser.json(
        "PUT", phone.address() + "/faults", "{\"mode\":\"none\",\"to\":\"" + NUMBER + "\"}");
    assertThat(send(MESSAGE).statusCode()).isEqualTo(201);
  }

  @Test
  void faultsAnswerNonsense() {
    browser.json("PUT", phone.address() + "/faults", "{\"mode\":\"nonsense\"}");
    assertThat(send(MESSAGE).body()).isEqualTo("{\"hello\":\"world\"}");
    browser.json("PUT", phone.address() + "/faults", "{\"mode\":\"html-200\"}");
    assertThat(send(MESSAGE).body()).startsWith("<!doctype html>");
    browser.json("PUT", phone.address() + "/faults", "{\"mode\":\"reject-21211\"}");
    assertThat(TestBrowser.parse(send(MESSAGE)).get("code").asInt()).isEqualTo(21211);
    browser.json("PUT", phone.address() + "/faults", "{\"mode\":\"hang\",\"seconds\":1}");
    assertThatThrownBy(() -> send(MESSAGE)).hasMessage("no answer");
    assertThat(browser.json("PUT", phone.address() + "/faults", "{\"mode\":\"odd\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void statusCallbacksAreSigned() throws InterruptedException {
    BlockingQueue<Request> received = new LinkedBlockingQueue<>();
    try (WebServer sender = WebServer.bind(0)) {
      sender.serve(
          new Routes()
              .post(
                  "/status",
                  request -> {
                    received.add(request);
                    return Response.empty(204);
                  }));
      String address = sender.address() + "/status";
      send(message("StatusCallback", address));
      assertCallback(received.poll(30, TimeUnit.SECONDS), address, "sent");
      assertCallback(received.poll(30, TimeUnit.SECONDS), address, "delivered");
    }
  }

  private static void assertCallback(Request request, String address, String status) {
    Map<String, String> fields = new HashMap<>();
    for (String name :
        new String[] {
          "AccountSid",
          "ApiVersion",
          "From",
          "MessageSid",
          "MessageStatus",
          "SmsSid",
          "SmsStatus",
          "To"
        }) {
      fields.put(name, request.form().get(name).orElseThrow());
    }
    assertThat(fields).containsEntry("MessageStatus", status).containsEntry("To", NUMBER);
    assertThat(request.header("X-Twilio-Signature"))
        .contains(CallbackSignature.of(address, fields, TOKEN));
  }

  @Test
  void theSignatureIsTheDocumentedOne() {
    // Worked out apart from this code: HMAC-SHA1 with key "token" over "https://a.example/bA1B2".
    assertThat(CallbackSignature.of("https://a.example/b", Map.of("B", "2", "A", "1"), "token"))
        .isEqualTo("+WqjqlU5r+Ak3q+8Vm00aiCJ31c=");
  }
}
