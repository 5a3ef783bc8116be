package org.sekisho.smsotp.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.sekisho.smsotp.sender.TwilioServer.accepted;
import static org.sekisho.smsotp.sender.TwilioServer.answering;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TwilioSmsSenderTest {

  /** Where an answer comes: long enough for the first one on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Where none comes: short enough to wait for it. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(1);

  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";
  private static final String TOKEN = "s3cret-token";
  private static final String NUMBER = "+819012345678";
  private static final String TEXT = "認証コード: 123456 & more";
  private static final URI REPORTS =
      URI.create("https://sekisho.example/realms/a/sekisho-sms/delivery-reports");

  private TwilioServer twilio;

  @BeforeEach
  void start() throws IOException {
    twilio = new TwilioServer();
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @ParameterizedTest
  @CsvSource({
    "201, queued",
    "201, accepted",
    "201, sending",
    "200, sent",
    "200, delivered",
    "201, queued"
  })
  void aMessageThatTwilioTakesOverHasItsSid(int status, String state) throws Exception {
    twilio.behave(answering(status, accepted(state)));
    assertThat(sender().send(NUMBER, TEXT, REPORTS)).isEqualTo(TwilioServer.SID);
  }

  @Test
  void theRequestIsAsTwilioWantsIt() throws Exception {
    sender().send(NUMBER, TEXT, REPORTS);
    assertThat(twilio.received).hasSize(1);
    TwilioServer.Received request = twilio.received.get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json");
    assertThat(request.authorization())
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8)));
    assertThat(request.form())
        .containsEntry("To", NUMBER)
        .containsEntry("From", "+815012345678")
        .containsEntry("Body", TEXT)
        .containsEntry("StatusCallback", REPORTS.toString())
        .hasSize(4);
  }

  @Test
  void aMessagingServiceSendsInPlaceOfANumber() throws Exception {
    new TwilioSmsSender(config(twilio.address(), null, SERVICE, 8)).send(NUMBER, TEXT, REPORTS);
    assertThat(twilio.received.get(0).form())
        .containsEntry("MessagingServiceSid", SERVICE)
        .doesNotContainKey("From");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failed",
        "undelivered",
        "canceled",
        "receiving",
        "received",
        "read",
        "nonsense",
        ""
      })
  void anyStateButATakeOverIsAFailure(String state) {
    twilio.behave(answering(201, accepted(state)));
    assertNotSent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "42",
        "\"queued\"",
        "{\"sid\": \"SM0123456789abcdef0123456789abcdef\"}",
        "{\"status\": \"queued\"}",
        "{\"sid\": \"\", \"status\": \"queued\"}",
        "{\"sid\": \"AC0123456789abcdef0123456789abcdef\", \"status\": \"queued\"}",
        "{\"sid\": {}, \"status\": \"queued\"}",
        "{\"sid\": \"SM0123456789abcdef0123456789abcdef\", \"status\": \"queued\"",
        "{\"date_created\": \"yesterday\", \"to\": \"+819012345678\"}",
        "{\"price\": {\"to\": \"+819012345678\"}}",
        "<html><body>Maintenance, +819012345678</body></html>"
      })
  void anAnswerThatIsNoReceiptIsAFailure(String body) {
    for (int status : new int[] {200, 201}) {
      twilio.behave(answering(status, body));
      assertNotSent();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | ''",
        "500 | <html>Internal Server Error</html>",
        "502 | null",
        "503 | {}",
        "503 | []",
        "500 | {\"code\": \"x\", \"status\": []}",
        "429 | {\"code\": 20429, \"message\": \"Too Many Requests\", \"status\": 429}",
        "401 | {\"code\": 20003, \"message\": \"Authenticate s3cret-token\", \"status\": 401}"
      })
  void anErrorOfTheServerIsAFailure(int status, String body) {
    twilio.behave(answering(status, body));
    assertNotSent();
  }

  @Test
  void aRefusalIsToldByItsCodeAndNotByItsText() {
    twilio.behave(
        answering(
            400,
            """
            {"code": 21211, "message": "Invalid 'To' Phone Number: +819012345678",
             "more_info": "https://www.twilio.com/docs/errors/21211", "status": 400}
            """));
    assertThat(assertNotSent()).contains("21211").contains("400");
  }

  @Test
  void aRedirectIsNotFollowed() {
    twilio.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Location", twilio.address() + "/elsewhere");
          exchange.sendResponseHeaders(307, -1);
        });
    assertNotSent();
    assertThat(twilio.received).hasSize(1);
  }

  @Test
  void nothingIsTriedASecondTime() {
    twilio.behave(answering(503, "{}"));
    assertNotSent();
    assertThat(twilio.received).hasSize(1);
  }

  @Test
  void whoeverHangsIsLeft() {
    twilio.behave(twilio.hanging());
    assertNotSentWithin(TIME_LIMIT.multipliedBy(20));
  }

  @Test
  void whoeverNeverEndsIsLeft() {
    twilio.behave(twilio.trickling());
    assertNotSentWithin(TIME_LIMIT.multipliedBy(20));
  }

  @Test
  void whoeverClosesTheConnectionHasSentNothing() {
    twilio.behave(exchange -> exchange.close());
    assertNotSent();
  }

  @Test
  void aRefusedConnectionIsAFailure() throws IOException {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    assertNotSent(new TwilioSmsSender(config(nobody, "+815012345678", null, 8)));
  }

  @Test
  void moreThanTheAllowedMessagesInFlightAreRefusedAtOnce() throws Exception {
    TwilioSmsSender sender =
        new TwilioSmsSender(config(twilio.address(), "+815012345678", null, 1));
    CountDownLatch refused = new CountDownLatch(1);
    twilio.behave(exchange -> refused.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<String> hanging = other.submit(() -> assertNotSent(sender));
      assertThat(twilio.arrived.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(assertNotSent(sender)).contains("in flight");
      assertThat(twilio.received).as("requests that left").hasSize(1);
      refused.countDown();
      assertThat(hanging.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).doesNotContain("in flight");
    } finally {
      other.shutdownNow();
    }
    twilio.behave(answering(201, accepted("queued")));
    assertThat(sender.send(NUMBER, TEXT, REPORTS)).as("after it").isEqualTo(TwilioServer.SID);
  }

  @Test
  void whoIsInterruptedStaysInterrupted() {
    twilio.behave(twilio.hanging());
    TwilioSmsSender sender = sender(TIME_LIMIT);
    Thread.currentThread().interrupt();
    assertNotSent(sender);
    assertThat(Thread.interrupted()).isTrue();
  }

  private TwilioSmsSender sender() {
    return sender(PATIENCE);
  }

  private TwilioSmsSender sender(Duration limit) {
    return new TwilioSmsSender(config(twilio.address(), "+815012345678", null, 8, limit));
  }

  private static TwilioConfig config(URI address, String from, String service, int concurrent) {
    return config(address, from, service, concurrent, PATIENCE);
  }

  private static TwilioConfig config(
      URI address, String from, String service, int concurrent, Duration limit) {
    return new TwilioConfig(ACCOUNT, TOKEN, from, service, address, limit, limit, concurrent);
  }

  private void assertNotSentWithin(Duration longest) {
    TwilioSmsSender sender = sender(TIME_LIMIT);
    long start = System.nanoTime();
    assertNotSent(sender);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(longest);
  }

  private String assertNotSent() {
    return assertNotSent(sender());
  }

  /** What goes on to the log tells neither the number nor the message nor the token. */
  private static String assertNotSent(TwilioSmsSender sender) {
    Throwable failure = catchThrowable(() -> sender.send(NUMBER, TEXT, REPORTS));
    assertThat(failure).isInstanceOf(SmsNotSentException.class).hasNoCause();
    assertThat(failure.getMessage())
        .isNotBlank()
        .doesNotContain("9012345678")
        .doesNotContain("123456")
        .doesNotContain(TOKEN);
    return failure.getMessage();
  }
}
