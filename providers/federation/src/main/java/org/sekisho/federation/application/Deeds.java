package org.sekisho.federation.application;

import jakarta.ws.rs.core.HttpHeaders;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;

/** What is done with an application as a whole. */
record Deeds(ApplicationChange change, String id, String reason) {

  private static final int REASON = 500;

  /** Works at once and needs no version: in an emergency nobody reads first. */
  ApplicationState switchTo(boolean enabled) {
    ClientModel client = find();
    ApplicationState before = ApplicationState.of(client);
    client.setEnabled(enabled);
    if (!enabled) {
      new ClientSessions(change.session(), change.tenant(), client).end();
    }
    ApplicationState after = ApplicationState.of(client);
    change.record(OperationType.UPDATE, id + "/state", reason, before, after);
    return after;
  }

  /** Makes a new secret; the one before is worth nothing from now on. */
  Adding.Added renewSecret() {
    ClientModel client = find();
    ApplicationState state = ApplicationState.of(client);
    if (state.openIdConnect() == null || state.openIdConnect().isPublic()) {
      throw Problem.of(
              "application-without-secret",
              409,
              "Secret not renewed",
              "Only an OpenID Connect application on a server has a secret.")
          .toException();
    }
    String secret = SecretGenerator.getInstance().randomString();
    client.setSecret(secret);
    change.record(OperationType.UPDATE, id + "/secret", reason, state, state);
    return new Adding.Added(state, secret);
  }

  void remove(HttpHeaders headers) {
    ClientModel client = find();
    ApplicationState before = ApplicationState.of(client);
    ApplicationVersion.of(before).requireIn(headers);
    if (Catalogue.find(before.catalogue()).filter(CatalogueEntry::addable).isEmpty()) {
      throw Problem.of(
              "application-fixed",
              409,
              "Application not removed",
              "This application belongs to the plan. It can be switched off.")
          .toException();
    }
    new ClientSessions(change.session(), change.tenant(), client).end();
    ApplicationCertificates.forget(change.session(), change.tenant().getId(), id);
    new ClientManager(new RealmManager(change.session())).removeClient(change.tenant(), client);
    change.record(OperationType.DELETE, id, reason, before, null);
  }

  private ClientModel find() {
    ClientModel client = ApplicationsCall.find(change.tenant(), id);
    Faults faults = new Faults();
    faults.checkLine("reason", reason, REASON);
    faults.refuse("request-invalid", "Nothing done");
    return client;
  }
}
