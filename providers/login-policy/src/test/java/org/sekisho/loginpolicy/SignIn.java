package org.sekisho.loginpolicy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;
import org.sekisho.testsupport.Fake;

/** A sign-in under way, without Keycloak: what a step does with it can be read from the fields. */
final class SignIn {

  final Map<String, ExecutionStatus> executions = new LinkedHashMap<>();
  final Map<String, String> authenticators = new HashMap<>();
  final Map<String, String> realmAttributes = new HashMap<>();
  final Map<String, String> authNotes = new HashMap<>();
  final Map<String, String> userSessionNotes = new HashMap<>();
  final Map<String, String> clientNotes = new HashMap<>();
  final MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
  final List<Event> events = new ArrayList<>();

  /** How the step ended: the name of the context's method. */
  final List<String> outcomes = new ArrayList<>();

  /** The keys of the texts and the templates that were shown. */
  final List<String> shown = new ArrayList<>();

  UserModel user;

  private final RealmModel realm =
      Fake.of(
          RealmModel.class,
          Map.of(
              "getName", none -> "agency",
              "getId", none -> "agency-id",
              "isEventsEnabled", none -> false,
              "getEventsListenersStream", none -> Stream.empty(),
              "getAttribute", asked -> realmAttributes.get((String) asked[0]),
              "getAuthenticationExecutionById", asked -> execution((String) asked[0])));

  private final KeycloakSession session = session();

  private final AuthenticationSessionModel authSession =
      Fake.of(
          AuthenticationSessionModel.class,
          Map.of(
              "getAuthenticatedUser", none -> user,
              "getExecutionStatus", none -> executions,
              "getClientNote", asked -> clientNotes.get((String) asked[0]),
              "setClientNote",
                  asked -> {
                    clientNotes.put((String) asked[0], (String) asked[1]);
                    return null;
                  },
              "getAuthNote", asked -> authNotes.get((String) asked[0]),
              "setAuthNote",
                  asked -> {
                    authNotes.put((String) asked[0], (String) asked[1]);
                    return null;
                  },
              "setUserSessionNote",
                  asked -> {
                    userSessionNotes.put((String) asked[0], (String) asked[1]);
                    return null;
                  }));

  private final EventBuilder event = new KeptEvents();

  SignIn step(String id, String authenticator, ExecutionStatus status) {
    authenticators.put(id, authenticator);
    executions.put(id, status);
    return this;
  }

  AuthenticationFlowContext context() {
    HttpRequest request =
        Fake.of(HttpRequest.class, Map.of("getDecodedFormParameters", none -> typed));
    Map<String, Fake.Answer> answers = new HashMap<>();
    answers.put("getAuthenticationSession", none -> authSession);
    answers.put("getRealm", none -> realm);
    answers.put("getSession", none -> session);
    answers.put("getEvent", none -> event);
    answers.put("getUser", none -> user);
    answers.put(
        "getConnection",
        none -> Fake.of(ClientConnection.class, Map.of("getRemoteAddr", asked -> "203.0.113.1")));
    answers.put("getHttpRequest", none -> request);
    answers.put("form", none -> form());
    for (String outcome : List.of("success", "challenge", "failureChallenge", "failure")) {
      answers.put(
          outcome,
          none -> {
            outcomes.add(outcome);
            return null;
          });
    }
    return Fake.of(AuthenticationFlowContext.class, answers);
  }

  private AuthenticationExecutionModel execution(String id) {
    if (!authenticators.containsKey(id)) {
      return null;
    }
    AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
    execution.setId(id);
    execution.setAuthenticator(authenticators.get(id));
    return execution;
  }

  private LoginFormsProvider form() {
    LoginFormsProvider[] self = new LoginFormsProvider[1];
    self[0] =
        Fake.of(
            LoginFormsProvider.class,
            Map.of(
                "setFormData", asked -> self[0],
                "setAttribute", asked -> self[0],
                "addError",
                    asked -> {
                      shown.add(((FormMessage) asked[0]).getMessage());
                      return self[0];
                    },
                "setError",
                    asked -> {
                      shown.add((String) asked[0]);
                      return self[0];
                    },
                "createForm",
                    asked -> {
                      shown.add((String) asked[0]);
                      return null;
                    },
                "createErrorPage", asked -> null));
    return self[0];
  }

  private static KeycloakSession session() {
    KeycloakSessionFactory factories =
        Fake.of(
            KeycloakSessionFactory.class,
            Map.of("getProviderFactoriesStream", asked -> Stream.empty()));
    return Fake.of(KeycloakSession.class, Map.of("getKeycloakSessionFactory", none -> factories));
  }

  /** Keeps the event instead of sending it to Keycloak's listeners. */
  private final class KeptEvents extends EventBuilder {

    KeptEvents() {
      super(realm, session);
      event(EventType.LOGIN);
    }

    @Override
    public void error(String error) {
      getEvent().setError(error);
      events.add(getEvent());
    }
  }
}
