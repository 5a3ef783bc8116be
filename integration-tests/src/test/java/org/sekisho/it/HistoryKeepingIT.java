package org.sekisho.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;

/** How long records stay, what becomes of those of deleted users, and what seals say to it. */
@ExtendWith(Setup.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HistoryKeepingIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestTenant tenant;
  private static IdAdministrator administrator;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open("keeping", "individual", "keeping.example").withoutTls();
    administrator = IdAdministrator.of(tenant, From.OFFICE);
  }

  private static JsonNode records(String filter) {
    return administrator.history("/records?max=100" + filter).expect(200).body().get("records");
  }

  private static void addOld(TestUser user, int days, int count) {
    String path =
        "/test-access/history-old?user=" + user.id() + "&days=" + days + "&count=" + count;
    Http.send("POST", tenant.url() + path, null, null).orFail("Old records");
  }

  /** First, because nothing but a tenant's first seal reaches back to such old records. */
  @Test
  @Order(1)
  void whatIsOlderThanTheTenantKeepsItGoes() throws Exception {
    TestUser user = tenant.addUser("old");
    addOld(user, 399, 3);
    addOld(user, 402, 2_500);
    Eventually.holds(() -> records("&user=" + user.userId() + "&to=1").isEmpty());
    Eventually.holds(() -> records("&user=" + user.userId()).size() == 3);

    JsonNode rules = administrator.get("/login-history").expect(200).body();
    assertThat(rules.get("retentionDays").asInt()).isEqualTo(400);
    From.Reply wrong = administrator.put("/login-history", Map.of("retentionDays", 29));
    assertThat(wrong.expect(400).problem()).isEqualTo("request-invalid");
    Eventually.holdsWithin(150, () -> !seals(export()).isEmpty());
    String oldest = seals(export()).get(0);
    administrator.put("/login-history", Map.of("retentionDays", 30)).expect(200);
    assertThat(export()).as("what is too old, deleted or not").doesNotContain(user.userId());
    Eventually.holds(() -> records("&user=" + user.userId()).isEmpty());
    administrator.put("/login-history", Map.of("retentionDays", 400)).expect(200);
    String export = export();
    assertThat(seals(export)).as("nothing it sealed was kept").doesNotContain(oldest);
    HistoryVerification.of(tenant, export).namesNothingAsChanged();
  }

  @Test
  void deletedUsersLeaveAPseudonymOrNothingAndTheSealsHold() throws Exception {
    TestUser pseudonymous = tenant.addUser("leaving");
    SignIn.firstTime(pseudonymous);
    TestUser deleted = tenant.addUser("forgotten");
    SignIn.firstTime(deleted);
    TestUser staying = tenant.addUser("staying");
    SignIn.firstTime(staying);
    // Sealed first, erased afterwards: the seal must hold for what is left.
    long signedIn = System.currentTimeMillis();
    Eventually.holdsWithin(150, () -> sealedUntil(export()) > signedIn);

    pseudonymous.admin("DELETE", "", null).orFail("Deleting");
    assertThat(records("&user=" + pseudonymous.userId())).isEmpty();
    List<String> names = new ArrayList<>();
    records("&kind=ADMINISTRATIVE_END").forEach(row -> names.add(row.get("userId").asText()));
    assertThat(names).anyMatch(name -> name.startsWith("deleted-"));

    administrator.put("/login-history", Map.of("onUserDeletion", "DELETE")).expect(200);
    deleted.admin("DELETE", "", null).orFail("Deleting");
    String all = records("").toString();
    assertThat(all).doesNotContain(deleted.userId()).contains(staying.userId());
    administrator.put("/login-history", Map.of("onUserDeletion", "PSEUDONYMISE")).expect(200);

    String export = export();
    assertThat(export).doesNotContain(deleted.userId(), pseudonymous.userId());
    assertThat(export).contains("\"leaf\":", "\"commitment\":", staying.userId());
    HistoryVerification.of(tenant, export).isIntact();
    String forged = export.replace(staying.userId(), "nobody@keeping.example");
    HistoryVerification.of(tenant, forged).namesARecordAsChanged();
  }

  @Test
  void accountsThatNobodyUsesAreListed() {
    TestUser user = tenant.addUser("sleepy");
    SignIn.firstTime(user);
    JsonNode last = administrator.history("/users/" + user.userId()).expect(200).body();
    assertThat(last.get("lastSignIn").asLong()).isGreaterThan(System.currentTimeMillis() - 60_000);
    assertThat(administrator.history("/dormant?days=30").expect(200).body().get("users")).isEmpty();
    assertThat(administrator.history("/dormant?days=31").expect(400).problem())
        .isEqualTo("request-invalid");
    assertThat(administrator.history("/users/nobody@keeping.example").expect(404).problem())
        .isEqualTo("user-unknown");
  }

  /** The time before which all records are sealed; 0 without a seal. */
  private static long sealedUntil(String export) {
    return seals(export).stream()
        .map(
            jws ->
                new String(
                    Base64.getUrlDecoder()
                        .decode(jws.substring(jws.indexOf('.') + 1, jws.lastIndexOf('.'))),
                    UTF_8))
        .mapToLong(payload -> read(payload).get("to").asLong())
        .max()
        .orElse(0);
  }

  private static List<String> seals(String export) {
    return export
        .lines()
        .map(HistoryKeepingIT::read)
        .filter(line -> line.has("seal"))
        .map(line -> line.get("seal").get("jws").asText())
        .toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String export() {
    String url =
        tenant.url().replace("/realms/", "/admin/realms/") + "/sekisho/login-history/export";
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(url))
                      .header("Authorization", "Bearer " + administrator.token())
                      .header("X-Forwarded-For", From.OFFICE.address())
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
