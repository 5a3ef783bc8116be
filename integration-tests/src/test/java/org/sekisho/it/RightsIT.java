package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/**
 * Who may call what: every operation of the description times everybody who could try. The
 * description tells what is expected, so an operation without a rule cannot be added.
 */
@ExtendWith(Setup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT {

  private static final String HISTORY_DESCRIPTION =
      "/admin/realms/rights/sekisho/login-history/openapi.json";

  private static final String DEVICES_DESCRIPTION =
      "/admin/realms/rights/sekisho/devices/openapi.json";

  private static final String SETTINGS = "/admin/realms/rights/sekisho/settings";

  private static final String FEDERATION_DESCRIPTION =
      "/admin/realms/rights/sekisho/applications/openapi.json";

  private static final String[] SUPPORT = {
    "manage-users", "view-users", "view-events", "view-realm"
  };

  private static final String MICROSOFT_DESCRIPTION =
      "/admin/realms/rights/sekisho/microsoft365/openapi.json";

  private static final Set<Caller> OWN =
      Set.of(Caller.USER_OF_THE_TENANT, Caller.ID_ADMINISTRATOR_OF_THE_TENANT);

  private static final Map<Caller, String> ADDRESSES = addresses();

  /** Keycloak gives the tokens of its master realm a minute. */
  private static final Duration TOKEN_AGE = Duration.ofSeconds(20);

  private TestTenant tenant;
  private OpenApi operatorsApi;
  private OpenApi historyApi;
  private OpenApi devicesApi;
  private OpenApi federationApi;
  private OpenApi microsoftApi;
  private OpenApi settingsApi;
  private Map<Caller, OperatorAccount> operators;
  private Map<Caller, String> tokens;
  private final Map<Caller, String> operatorTokens = new EnumMap<>(Caller.class);
  private Instant signedIn = Instant.EPOCH;

  /** Everybody who could try. */
  enum Caller {
    NOBODY,
    USER_OF_THE_TENANT,
    ID_ADMINISTRATOR_OF_THE_TENANT,
    ID_ADMINISTRATOR_OF_ANOTHER_TENANT,
    USER_OF_THE_MASTER_REALM,
    READER,
    HELPDESK,
    MANAGER_WITHOUT_SUPPORT_SESSION,
    MANAGER_WITH_SUPPORT_SESSION_FOR_ANOTHER_TENANT,
    MANAGER_WITH_EXPIRED_SUPPORT_SESSION,
    HELPDESK_WITH_SUPPORT_SESSION
  }

  @BeforeAll
  void openTenants() {
    tenant = TestTenant.openWithDevices("rights", "rights.example");
    TestTenant other = TestTenant.open("rights-other", "individual", "rights-other.example");
    OperatorAccount expired = OperatorAccount.with("sekisho-manager");
    expired.beginSupport(tenant, SUPPORT).orFail("Support");
    Http.send("POST", tenant.url() + "/test-access/time-passed", null, null).orFail("Time");
    OperatorAccount elsewhere = OperatorAccount.with("sekisho-manager");
    elsewhere.beginSupport(other, SUPPORT).orFail("Support");
    OperatorAccount supported = OperatorAccount.with("sekisho-helpdesk");
    supported.beginSupport(tenant, SUPPORT).orFail("Support");
    new Operator(Setup.PORTS.serverUrl()).supportUsers(tenant.id, "検査").orFail("Support");
    operators =
        Map.of(
            Caller.USER_OF_THE_MASTER_REALM, OperatorAccount.with(null),
            Caller.READER, OperatorAccount.with("sekisho-reader"),
            Caller.HELPDESK, OperatorAccount.with("sekisho-helpdesk"),
            Caller.MANAGER_WITHOUT_SUPPORT_SESSION, OperatorAccount.with("sekisho-manager"),
            Caller.MANAGER_WITH_EXPIRED_SUPPORT_SESSION, expired,
            Caller.MANAGER_WITH_SUPPORT_SESSION_FOR_ANOTHER_TENANT, elsewhere,
            Caller.HELPDESK_WITH_SUPPORT_SESSION, supported);
    tokens =
        Map.of(
            Caller.USER_OF_THE_TENANT,
            token(tenant.addUser("taro")),
            Caller.ID_ADMINISTRATOR_OF_THE_TENANT,
            token(administrator(tenant)),
            Caller.ID_ADMINISTRATOR_OF_ANOTHER_TENANT,
            token(administrator(other)));
    operatorsApi =
        new OpenApi(
            new Operator(Setup.PORTS.serverUrl())
                .send("GET", "/openapi.json", null)
                .orFail("The description")
                .body());
    historyApi = description(HISTORY_DESCRIPTION);
    devicesApi = description(DEVICES_DESCRIPTION);
    federationApi = description(FEDERATION_DESCRIPTION);
    microsoftApi = description(MICROSOFT_DESCRIPTION);
    settingsApi = description(SETTINGS + "/openapi.json");
  }

  /** Private ones: operators may come from such without TLS. */
  private static Map<Caller, String> addresses() {
    Map<Caller, String> addresses = new EnumMap<>(Caller.class);
    for (Caller caller : Caller.values()) {
      addresses.put(caller, "10.20.30." + (1 + addresses.size()));
    }
    return addresses;
  }

  private OpenApi description(String path) {
    return new OpenApi(
        Http.send(
                "GET",
                Setup.PORTS.serverUrl() + path,
                null,
                tokens.get(Caller.ID_ADMINISTRATOR_OF_THE_TENANT))
            .orFail("The description")
            .body());
  }

  private static TestUser administrator(TestTenant of) {
    return of.addUser("hanako@" + of.domain, Map.of("idAdministrator", true));
  }

  private static String token(TestUser user) {
    JsonNode answer = TestToken.of(user);
    return answer.get("access_token").asText();
  }

  @TestFactory
  Stream<DynamicTest> everyOperationAnswersEverybodyAsDescribed() {
    assertThat(operatorsApi.operations()).hasSizeGreaterThan(20);
    assertThat(historyApi.operations()).hasSize(12);
    assertThat(devicesApi.operations()).hasSize(26);
    assertThat(federationApi.operations()).hasSizeGreaterThan(12);
    assertThat(microsoftApi.operations()).hasSize(16);
    assertThat(settingsApi.operations()).hasSize(22);
    return Stream.of(
            table(operatorsApi, "/admin/realms"),
            table(historyApi, ""),
            table(devicesApi, ""),
            table(federationApi, ""),
            table(microsoftApi, ""),
            table(settingsApi, SETTINGS))
        .flatMap(rows -> rows);
  }

  private Stream<DynamicTest> table(OpenApi api, String base) {
    return api.operations().stream()
        .flatMap(
            operation ->
                Stream.of(Caller.values())
                    .map(
                        caller ->
                            DynamicTest.dynamicTest(
                                operation.label() + " by " + caller,
                                () -> check(api, base, operation, caller))));
  }

  private void check(OpenApi api, String base, OpenApi.Operation operation, Caller caller) {
    String path =
        operation
            .path()
            .replace("{tenant}", tenant.id)
            .replace("{domain}", "unknown.example")
            .replace("{user}", "unknown@rights.example")
            .replace("{session}", "unknown")
            .replace("{id}", "unknown")
            .replace("{generation}", "1")
            .replace("{reference}", "unknown")
            .replace("{application}", "unknown");
    Http.Answer answer = send(operation, Setup.PORTS.serverUrl() + base + path, caller);
    assertThat(answer.status())
        .as("%s by %s: %s", operation.label(), caller, answer.body())
        .isEqualTo(expected(operation, caller));
    api.check(operation, answer);
  }

  /** Each caller from an own address, because what needs no token is limited for each. */
  private Http.Answer send(OpenApi.Operation operation, String url, Caller caller) {
    From from = new From(ADDRESSES.get(caller));
    String token = tokenOf(caller);
    From.Reply reply =
        operation.takesFile()
            ? from.sendFile(operation.method(), url, token, null, "text/csv", new byte[0])
            : from.send(
                operation.method(), url, token, null, operation.hasBody() ? Map.of() : null);
    return new Http.Answer(reply.status(), reply.body());
  }

  private String tokenOf(Caller caller) {
    OperatorAccount operator = operators.get(caller);
    if (operator == null) {
      return tokens.get(caller);
    }
    if (Duration.between(signedIn, Instant.now()).compareTo(TOKEN_AGE) > 0) {
      operatorTokens.clear();
      signedIn = Instant.now();
    }
    return operatorTokens.computeIfAbsent(caller, missing -> operator.token());
  }

  private static int expected(OpenApi.Operation operation, Caller caller) {
    if (operation.access().equals("public")) {
      return operation.probeStatus();
    }
    if (caller == Caller.NOBODY) {
      return 401;
    }
    if (operation.access().startsWith("own") && !OWN.contains(caller)) {
      // A token of another realm is none here.
      return 401;
    }
    return mayCall(operation.access(), caller) ? operation.probeStatus() : 403;
  }

  private static boolean mayCall(String access, Caller caller) {
    boolean manager = caller.name().startsWith("MANAGER");
    boolean helpdesk = manager || caller.name().startsWith("HELPDESK");
    return switch (access) {
      case "reader" -> helpdesk || caller == Caller.READER;
      case "helpdesk" -> helpdesk;
      case "manager" -> manager;
      case "acting", "acting-view" -> caller == Caller.HELPDESK_WITH_SUPPORT_SESSION;
      case "own" -> OWN.contains(caller);
      case "federation-change", "own-administrator" ->
          caller == Caller.ID_ADMINISTRATOR_OF_THE_TENANT;
      case "history", "federation" ->
          caller == Caller.HELPDESK_WITH_SUPPORT_SESSION
              || caller == Caller.ID_ADMINISTRATOR_OF_THE_TENANT;
      case "reader-or-id-administrator" ->
          helpdesk || caller == Caller.READER || caller == Caller.ID_ADMINISTRATOR_OF_THE_TENANT;
      case "author", "id-administrator" -> caller == Caller.ID_ADMINISTRATOR_OF_THE_TENANT;
      default -> throw new AssertionError("no rule for access " + access);
    };
  }
}
