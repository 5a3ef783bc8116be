package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import org.sekisho.launcher.Http;

/**
 * A user of a test tenant.
 *
 * @param phone a number of the user's own in E.164; registered only when a sign-in does so
 */
record TestUser(TestTenant tenant, String id, String userId, String immutableId, String phone) {

  Http.Answer admin(String method, String path, Object body) {
    return tenant.admin(method, "/users/" + id + path, body);
  }

  /** As if the messages to the user had been sent, and the codes had been made, earlier. */
  void letMessagesAge(int seconds) {
    String path = "/test-access/messages-aged?user=" + id + "&seconds=" + seconds;
    Http.send("POST", tenant.url() + path, null, null).orFail("Older messages");
  }

  /** What the server knows of the messages to the user, such as {@code delivered}. */
  JsonNode messageStates() {
    return Http.send("GET", tenant.url() + "/test-access/message-states?user=" + id, null, null)
        .orFail("States of messages")
        .body();
  }

  /** As if what the user has proven in sessions that are open had been proven earlier. */
  void letProofsAge(int minutes) {
    String path = "/test-access/device-time/proofs?user=" + id + "&minutes=" + minutes;
    Http.send("POST", tenant.url() + path, null, null).orFail("Older proofs");
  }

  /** How many failed tries count towards the user's lock at this moment. */
  int failures() {
    return tenant
        .admin("GET", "/attack-detection/brute-force/users/" + id, null)
        .body()
        .get("numFailures")
        .asInt();
  }

  /**
   * Waits until so many failed tries are counted. Keycloak counts after its answer, by the time at
   * which it gets round to it, and two failures less than 50 ms apart lock at once.
   */
  void awaitFailures(int count) throws InterruptedException {
    Eventually.holds(() -> failures() >= count);
    Thread.sleep(60);
  }

  /** As a person in Japan types it. */
  String phoneAsTyped() {
    return "0" + phone.substring(3);
  }
}
