package org.sekisho.it;

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

  /** As a person in Japan types it. */
  String phoneAsTyped() {
    return "0" + phone.substring(3);
  }
}
