package org.sekisho.federation.application;

import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.managers.ClientManager;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;

/** Adds an application from the catalogue. */
record Adding(ApplicationChange change, ApplicationRequest wish) {

  private static final int MOST = 100;
  private static final int REASON = 500;

  /**
   * What came of it.
   *
   * @param secret of an OpenID Connect server, told this once; else null
   */
  record Added(ApplicationState state, String secret) {}

  Added add() {
    Faults faults = new Faults();
    faults.checkLine("reason", wish.reason(), REASON);
    faults.require("name", wish.name() != null, "must be given in ja and en");
    Optional<CatalogueEntry> entry = Catalogue.find(wish.catalogue());
    faults.require("catalogue", entry.isPresent(), "must be an entry of the catalogue");
    faults.refuse("request-invalid", "Application not added");
    requireGranted(entry.orElseThrow());
    ApplicationSettings settings =
        ApplicationSettings.read(wish, entry.orElseThrow(), change.call(), faults);
    Tile tile = Tile.read(wish, change.call().urls(), faults);
    Assignment assignment = Assignment.read(change.session(), change.tenant(), wish, faults);
    settings.checkUniqueness(change.session(), change.tenant(), Optional.empty(), faults);
    faults.refuse("request-invalid", "Application not added");
    requireRoom(settings.clientId());
    String secret =
        settings.openIdConnect() == null || settings.isPublic()
            ? null
            : SecretGenerator.getInstance().randomString();
    ClientModel client = create(entry.orElseThrow(), settings, secret);
    settings.applyTo(client);
    tile.applyTo(client, change.tenant(), settings.saml());
    assignment.applyToNew(client);
    ApplicationState after = ApplicationState.of(client);
    ApplicationCertificates.keep(change.session(), change.tenant(), after);
    change.record(OperationType.CREATE, client.getId(), wish.reason(), null, after);
    return new Added(after, secret);
  }

  private void requireGranted(CatalogueEntry entry) {
    if (!change.call().plan().catalogue().contains(entry.id())) {
      throw Problem.of(
              "application-not-granted",
              403,
              "Application not added",
              "The plan does not grant this application, or it is opened with the tenant.")
          .toException();
    }
  }

  private void requireRoom(String clientId) {
    if (change.tenant().getClientByClientId(clientId) != null) {
      throw Problem.of(
              "application-exists",
              409,
              "Application not added",
              "The tenant has an application with this entity ID or client ID.")
          .toException();
    }
    long count =
        change
            .tenant()
            .getClientsStream()
            .filter(client -> client.getAttribute(ApplicationState.CATALOGUE_ATTRIBUTE) != null)
            .count();
    if (count >= MOST) {
      throw Problem.of(
              "application-limit-reached",
              409,
              "Application not added",
              "The tenant has 100 applications.")
          .toException();
    }
  }

  private ClientModel create(CatalogueEntry entry, ApplicationSettings settings, String secret) {
    ClientRepresentation template = Catalogue.template(entry);
    template.setClientId(settings.clientId());
    template.setRedirectUris(List.of());
    template.setBaseUrl(null);
    template.setPublicClient(settings.isPublic());
    template.setSecret(secret);
    return ClientManager.createClient(change.session(), change.tenant(), template);
  }
}
