package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;

/** What users see of their own sign-ins, what they answer, and the mails about them. */
@ExtendWith(Setup.class)
class OwnHistoryIT {

  private static final String WINDOWS =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/141.0.0.0 Safari/537.36";
  private static final String IPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

  private static final Mailbox MAILBOX = new Mailbox();
  private static TestTenant tenant;
  private static IdAdministrator administrator;

  @BeforeAll
  static void open() {
    MAILBOX.open();
    tenant = TestTenant.open("own-history", "individual", "own-history.example").withoutTls();
    // Several sign-ins of one user in a minute.
    tenant.setAttribute("sekisho.sms.resendWaitSeconds", "10");
    administrator = IdAdministrator.of(tenant, From.OFFICE);
  }

  @AfterAll
  static void close() {
    MAILBOX.close();
  }

  /** A user at a browser, with tokens of a public application. */
  private record Visit(TestUser user, HttpBrowser browser, String token) {

    static Visit first(TestUser user, String userAgent) {
      HttpBrowser browser =
          SignIn.firstTime(browser(userAgent).open(IdAdministrator.request(user.tenant())), user);
      return new Visit(user, browser, token(user.tenant(), browser));
    }

    static Visit again(TestUser user, String userAgent) {
      user.letMessagesAge(10);
      HttpBrowser browser =
          SignIn.withPassword(browser(userAgent).open(IdAdministrator.request(user.tenant())), user)
              .submit(Map.of("code", Phone.code(user.phone())));
      return new Visit(user, browser, token(user.tenant(), browser));
    }

    private static HttpBrowser browser(String userAgent) {
      return From.OFFICE.browser().withHeader("User-Agent", userAgent);
    }

    private static String token(TestTenant of, HttpBrowser browser) {
      return IdAdministrator.tokens(From.OFFICE, of, browser).get("access_token").asText();
    }

    From.Reply call(String method, String path) {
      return From.OFFICE.send(
          method, user.tenant().url() + "/sekisho-login-history" + path, token, null, null);
    }
  }

  private static List<String> kinds(JsonNode page) {
    List<String> kinds = new ArrayList<>();
    page.get("records").forEach(row -> kinds.add(row.get("kind").asText()));
    return kinds;
  }

  @Test
  void theInformationTellsOfTheLastSignInWhatFailedSinceAndThisOne() throws Exception {
    TestUser user = tenant.addUser("info");
    Visit first = Visit.first(user, WINDOWS);
    JsonNode before = first.call("GET", "/information").expect(200).body();
    assertThat(before.get("lastSignIn").isNull()).isTrue();
    assertThat(before.get("current").get("thisSession").asBoolean()).isTrue();
    SignIn.begin(tenant)
        .submit(Map.of("username", user.userId()))
        .submit(Map.of("password", "Chigaimasu-2026"));
    Visit second = Visit.again(user, IPHONE);
    JsonNode after = second.call("GET", "/information").expect(200).body();
    assertThat(after.get("lastSignIn").get("device").get("os").asText()).isEqualTo("Windows");
    assertThat(after.get("lastFailure").get("failedFactor").asText()).isEqualTo("PASSWORD");
    assertThat(after.get("current").get("device").get("os").asText()).isEqualTo("iOS");
    assertThat(after.get("confirmedAt").isNull()).isTrue();

    long confirmed =
        second.call("POST", "/confirmations").expect(200).body().get("confirmedAt").asLong();
    assertThat(second.call("POST", "/confirmations").body().get("confirmedAt").asLong())
        .isEqualTo(confirmed);
    assertThat(second.call("GET", "/information").body().get("confirmedAt").asLong())
        .isEqualTo(confirmed);
    assertThat(first.call("GET", "/information").body().get("confirmedAt").isNull()).isTrue();
    JsonNode proofs = administrator.history("/confirmations").expect(200).body();
    assertThat(proofs.get("confirmations").findValuesAsText("userId")).contains(user.userId());

    Mailbox.Mail mail = MAILBOX.await(user.userId(), "新しい端末");
    assertThat(mail.text()).contains(user.userId(), "203.0.113.9", "iOS", "パスワード", "SMS");
    assertThat(mail.html()).contains("<table", "203.0.113.9");
    assertThat(MAILBOX.to(user.userId()))
        .filteredOn(got -> got.subject().contains("新しい端末"))
        .hasSize(1);
  }

  @Test
  void nobodySeesTheRecordsOfSomebodyElse() {
    Visit taro = Visit.first(tenant.addUser("mine"), WINDOWS);
    Visit.first(tenant.addUser("theirs"), WINDOWS);
    for (String more : List.of("", "?user=theirs@own-history.example", "?userId=theirs")) {
      JsonNode page = taro.call("GET", "/records" + more).expect(200).body();
      assertThat(page.get("records").findValuesAsText("userId"))
          .containsOnly("mine@own-history.example");
    }
    TestTenant other = TestTenant.open("own-other", "hybrid", "own-other.example").withoutTls();
    String elsewhere = other.url() + "/sekisho-login-history/records";
    assertThat(From.OFFICE.send("GET", elsewhere, taro.token(), null, null).status())
        .isEqualTo(401);
    assertThat(From.OFFICE.send("GET", elsewhere, null, null, null).status()).isEqualTo(401);
  }

  @Test
  void pagesGoOnWhereTheLastOneEndsAndBadQuestionsAreNamed() {
    TestUser user = tenant.addUser("pages");
    for (int i = 0; i < 4; i++) {
      SignIn.begin(tenant)
          .submit(Map.of("username", user.userId()))
          .submit(Map.of("password", "Chigaimasu-2026"));
    }
    Visit visit = Visit.first(user, WINDOWS);
    JsonNode first = visit.call("GET", "/records?max=3").expect(200).body();
    assertThat(kinds(first)).containsExactly("SIGN_IN", "FAILED_ATTEMPT", "FAILED_ATTEMPT");
    JsonNode second =
        visit.call("GET", "/records?max=3&before=" + first.get("next").asText()).expect(200).body();
    assertThat(kinds(second)).containsExactly("FAILED_ATTEMPT", "FAILED_ATTEMPT");
    assertThat(second.hasNonNull("next")).isFalse();
    assertThat(kinds(visit.call("GET", "/records?kind=SIGN_IN").body())).containsExactly("SIGN_IN");
    assertThat(kinds(visit.call("GET", "/records?to=1000").body())).isEmpty();
    From.Reply wrong = visit.call("GET", "/records?kind=ALL&from=yesterday").expect(400);
    assertThat(wrong.problem()).isEqualTo("request-invalid");
    assertThat(wrong.body().get("faults").findValuesAsText("member"))
        .containsExactly("kind", "from");
  }

  @Test
  void theFileForSpreadsheetsRunsNothing() throws Exception {
    TestUser user = tenant.addUser("csv");
    SignIn.begin(tenant)
        .submit(Map.of("username", user.userId()))
        .submit(Map.of("password", "Chigaimasu-2026"));
    Visit visit = Visit.first(user, "=cmd|' /C calc'!A0");
    byte[] file = download(visit.token(), "/records.csv?lang=ja");
    assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text.lines().toList()).hasSize(3);
    assertThat(text).contains("日時", "サインインの失敗", "パスワードが違う", "+09:00", user.userId());
    assertThat(text).doesNotContain("\"=", ",=");
    assertThat(
            new String(
                download(visit.token(), "/records.csv?lang=en&zone=UTC"), StandardCharsets.UTF_8))
        .contains("Failed sign-in", "+00:00");
  }

  private static byte[] download(String token, String path)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(tenant.url() + "/sekisho-login-history" + path))
                    .header("Authorization", "Bearer " + token)
                    .header("X-Forwarded-For", From.OFFICE.address())
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    return response.body();
  }

  @Test
  void thisWasNotMeEndsTheOtherSessionsAndTellsThoseInCharge() throws Exception {
    TestUser user = tenant.addUser("stolen");
    Visit thief = Visit.first(user, IPHONE);
    ToldApplication told = new ToldApplication();
    TestApplication application =
        TestApplication.addTold(administrator, "told-of-thieves", told.url());
    application.tokens(thief.browser().open(application.request()));
    Visit owner = Visit.again(user, WINDOWS);
    JsonNode done = owner.call("POST", "/reports").expect(200).body();
    Eventually.holds(() -> told.tokens().size() == 1);
    told.close();
    assertThat(done.get("sessionsEnded").asInt()).isEqualTo(1);
    assertThat(done.get("told").asText()).isEqualTo("id-administrators");
    assertThat(thief.call("GET", "/records").status()).isEqualTo(401);
    assertThat(kinds(owner.call("GET", "/records").expect(200).body()))
        .containsExactly("ADMINISTRATIVE_END", "SIGN_IN", "APPLICATION_ENTRY", "SIGN_IN");
    Mailbox.Mail mail = MAILBOX.await(administrator.user.userId(), "不審なサインイン");
    assertThat(mail.text()).contains(user.userId(), "iOS", "Windows", "203.0.113.9");
    JsonNode actions = user.admin("GET", "", null).body().get("requiredActions");
    assertThat(actions).map(JsonNode::asText).contains("UPDATE_PASSWORD");
    // Said twice, it is told once. Mails go out in turn, so a second one would be there first.
    owner.call("POST", "/reports").expect(200);
    user.admin("PUT", "/reset-password", password("Betsuno-2026")).orFail("Another password");
    MAILBOX.await(user.userId(), "パスワードが変更されました");
    assertThat(MAILBOX.to(administrator.user.userId()))
        .filteredOn(got -> got.text().contains(user.userId()))
        .hasSize(1);
  }

  @Test
  void whereThePlanHasNoIdAdministratorsTheOperatorIsTold() throws Exception {
    TestTenant plain = TestTenant.open("own-plain", "hybrid", "own-plain.example").withoutTls();
    IdAdministrator.registerClient(plain);
    TestUser user = plain.addUser("taro");
    Visit visit = Visit.first(user, WINDOWS);
    assertThat(visit.call("POST", "/reports").expect(200).body().get("told").asText())
        .isEqualTo("operator");
    // Those of other tests, which found no relay, come to the operator now as well.
    MAILBOX.await("operator@provider.example", "不審なサインイン", user.userId());
  }

  @Test
  void usersAreToldOfChangedPasswordsAndFactorsInTheirLanguage() throws Exception {
    TestTenant english = TestTenant.open("own-english", "hybrid", "own-english.example");
    english.admin("PUT", "", Map.of("defaultLocale", "en")).orFail("Language");
    TestUser user = english.addUser("told");
    SignIn.firstTime(user);
    assertThat(MAILBOX.await(user.userId(), "means of signing in was set up").text())
        .contains("Mobile phone for SMS");
    user.admin("PUT", "/reset-password", password("Atarashii-2026")).orFail("Another password");
    assertThat(MAILBOX.await(user.userId(), "password has changed").html()).contains(user.userId());
  }

  private static Map<String, Object> password(String value) {
    TestTenant.SECRETS.add(value);
    return Map.of("type", "password", "value", value, "temporary", false);
  }

  @Test
  void aStoreThatFailsFailsNoSignInAndIsCounted() {
    TestUser user = tenant.addUser("store");
    double before = lost();
    table("break");
    try {
      assertThat(SignIn.firstTime(user).status()).isEqualTo(200);
    } finally {
      table("mend");
    }
    assertThat(lost()).isGreaterThan(before);
  }

  private static void table(String what) {
    Http.send("POST", tenant.url() + "/test-access/history-" + what, null, null).orFail(what);
  }

  private static double lost() {
    return Http.getText(Setup.PORTS.managementUrl() + "/metrics")
        .lines()
        .filter(line -> line.startsWith("sekisho_login_history_lost_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
