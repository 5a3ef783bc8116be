package org.sekisho.it;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
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
  private static TestUser old;
  private static TestUser pseudonymous;
  private static TestUser deleted;
  private static TestUser staying;

  /**
   * The old records first, because nothing but a tenant's first seal reaches back to them. And
   * whatever is to be sealed: that takes a minute, in which the other tests can run.
   */
  @BeforeAll
  static void open() {
    tenant = TestTenant.open("keeping", "individual", "keeping.example").withoutTls();
    old = tenant.addUser("old");
    addOld(old, 399, 3);
    addOld(old, 402, 2_500);
    administrator = IdAdministrator.of(tenant, From.OFFICE);
    pseudonymous = signedIn("leaving");
    deleted = signedIn("forgotten");
    staying = signedIn("staying");
  }

  private static TestUser signedIn(String name) {
    TestUser user = tenant.addUser(name);
    SignIn.firstTime(user);
    return user;
  }

  private static JsonNode records(String filter) {
    return administrator.history("/records?max=100" + filter).expect(200).body().get("records");
  }

  private static void addOld(TestUser user, int days, int count) {
    String path =
        "/test-access/history-old?user=" + user.id() + "&days=" + days + "&count=" + count;
    Http.send("POST", tenant.url() + path, null, null).orFail("Old records");
  }

  @Test
  @Order(1)
  void whatIsOlderThanTheTenantKeepsItGoes() throws Exception {
    Eventually.holdsWithin(120, () -> records("&user=" + old.userId()).size() == 3);

    JsonNode rules = administrator.get("/login-history").expect(200).body();
    assertThat(rules.get("retentionDays").asInt()).isEqualTo(400);
    From.Reply wrong = administrator.put("/login-history", Map.of("retentionDays", 29));
    assertThat(wrong.expect(400).problem()).isEqualTo("request-invalid");
    Eventually.holdsWithin(300, () -> !seals(exportAfterAPause()).isEmpty());
    String oldest = seals(export()).get(0);
    administrator.put("/login-history", Map.of("retentionDays", 30)).expect(200);
    assertThat(export()).as("what is too old, deleted or not").doesNotContain(old.userId());
    Eventually.holdsWithin(120, () -> records("&user=" + old.userId()).isEmpty());
    administrator.put("/login-history", Map.of("retentionDays", 400)).expect(200);
    String export = export();
    assertThat(seals(export)).as("nothing it sealed was kept").doesNotContain(oldest);
    HistoryVerification.of(tenant, export).namesNothingAsChanged();
  }

  @Test
  @Order(3)
  void deletedUsersLeaveAPseudonymOrNothingAndTheSealsHold() throws Exception {
    // Sealed first, erased afterwards: the seal must hold for what is left.
    Eventually.holdsWithin(300, () -> isSealed(staying, exportAfterAPause()));

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
  @Order(2)
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

  /** Whether seals cover all records of the user; those of earlier ones are sealed then, too. */
  private static boolean isSealed(TestUser user, String export) {
    String leaves =
        lines(export, "seal").map(seal -> seal.get("leaves").toString()).collect(joining());
    List<String> records =
        lines(export, "record")
            .filter(row -> row.path("userId").asText().equals(user.userId()))
            .map(row -> row.get("id").asText())
            .toList();
    return !records.isEmpty() && records.stream().allMatch(leaves::contains);
  }

  private static Stream<JsonNode> lines(String export, String member) {
    return export
        .lines()
        .map(HistoryKeepingIT::read)
        .filter(line -> line.has(member))
        .map(line -> line.get(member));
  }

  private static List<String> seals(String export) {
    return lines(export, "seal").map(seal -> seal.get("jws").asText()).toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** For what comes within a minute: an export is too much work to be asked for all the time. */
  private static String exportAfterAPause() {
    LockSupport.parkNanos(500_000_000);
    return export();
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
