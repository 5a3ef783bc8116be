package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sekisho.launcher.Http;
import org.sekisho.testsupport.DnsStub;

/**
 * A tenant with an ID administrator who brings domains; each answer is held against its
 * description.
 */
record Agency(TestTenant tenant, String token, OpenApi api, DnsStub dns) {

  static final String REASON = "新しい店舗のため";

  static Agency open(String id, OpenApi api, DnsStub dns) {
    TestTenant tenant = TestTenant.open(id, "individual", id + ".example");
    TestUser hanako = tenant.addUser("hanako@" + tenant.domain, Map.of("idAdministrator", true));
    return new Agency(tenant, TestToken.of(hanako).get("access_token").asText(), api, dns);
  }

  Http.Answer call(String operationId, String method, String path, Object body) {
    Http.Answer answer = send(token, tenant, method, path, body);
    api.check(api.operation(operationId), answer);
    return answer;
  }

  Http.Answer begin(String domain) {
    return call("beginProof", "POST", "", Map.of("domain", domain, "reason", REASON));
  }

  Http.Answer check(String domain) {
    return call("checkProof", "POST", "/" + domain + "/check", null);
  }

  Http.Answer remove(String domain) {
    return call("removeOwnDomain", "DELETE", "/" + domain + "?reason=moved", null);
  }

  JsonNode entry(String domain) {
    for (JsonNode entry :
        call("listOwnDomains", "GET", "", null).orFail("List").body().get("domains")) {
      if (entry.get("domain").asText().equals(domain)) {
        return entry;
      }
    }
    return null;
  }

  /** Begins a proof and publishes its record. */
  void publish(String domain) {
    JsonNode record = begin(domain).orFail("Beginning").body().get("record");
    dns.publish(record.get("name").asText(), "v=spf1 -all", record.get("value").asText());
  }

  void prove(String domain) {
    publish(domain);
    check(domain).orFail("Proving " + domain);
  }

  void age(int days, int missed) {
    String path = "/test-access/proofs-aged?days=" + days + "&missed=" + missed;
    Http.send("POST", tenant.url() + path, null, null).orFail("Ageing");
  }

  /** What the admin events tell about a domain, the oldest first. */
  List<JsonNode> records(String domain) {
    List<JsonNode> records = new ArrayList<>();
    for (JsonNode event : tenant.admin("GET", "/admin-events?max=200", null).body()) {
      if (event.get("resourcePath").asText().equals("sekisho/settings/domains/" + domain)) {
        records.add(0, event);
      }
    }
    return records;
  }

  /** A call of anybody; the path begins after the list of domains. */
  static Http.Answer send(
      String token, TestTenant tenant, String method, String path, Object body) {
    String domains = "/admin/realms/" + tenant.id + "/sekisho/settings/domains";
    return Http.send(method, Setup.PORTS.serverUrl() + domains + path, body, token);
  }
}
