package org.sekisho.federation.application;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;

/** Changes an application; what the wish leaves out stays. */
record Changing(ApplicationChange change, String id, ApplicationRequest wish) {

  private static final int REASON = 500;

  ApplicationState change(HttpHeaders headers) {
    ClientModel client = ApplicationsCall.find(change.tenant(), id);
    ApplicationState before = ApplicationState.of(client);
    ApplicationVersion.of(before).requireIn(headers);
    Faults faults = new Faults();
    faults.checkLine("reason", wish.reason(), REASON);
    faults.require("catalogue", wish.catalogue() == null, "cannot be changed");
    Tile tile = Tile.read(wish, change.call().urls(), faults);
    Assignment assignment = Assignment.read(change.session(), change.tenant(), wish, faults);
    Optional<ApplicationSettings> settings = settings(before, faults);
    faults.refuse("request-invalid", "Application not changed");
    settings.ifPresent(wished -> wished.applyTo(client));
    SamlSettings saml = settings.map(ApplicationSettings::saml).orElse(before.saml());
    tile.applyTo(client, change.tenant(), saml);
    assignment.applyTo(client);
    ApplicationState after = ApplicationState.of(client);
    ApplicationCertificates.keep(change.session(), change.tenant(), after);
    change.record(OperationType.UPDATE, id, wish.reason(), before, after);
    return after;
  }

  private Optional<ApplicationSettings> settings(ApplicationState before, Faults faults) {
    if (wish.saml() == null && wish.openIdConnect() == null) {
      return Optional.empty();
    }
    if (ApplicationView.isFixed(before)) {
      throw Problem.of(
              "application-fixed",
              409,
              "Application not changed",
              "The settings of this application belong to the provider.")
          .toException();
    }
    CatalogueEntry entry = Catalogue.find(before.catalogue()).orElseThrow();
    ApplicationSettings settings =
        ApplicationSettings.read(named(before), entry, change.call(), faults);
    String member = entry.isSaml() ? "saml.entityId" : "openIdConnect.clientId";
    faults.require(
        member,
        before.clientId().equals(settings.clientId()),
        "cannot be changed; add another application");
    if (before.openIdConnect() != null) {
      faults.require(
          "openIdConnect.type",
          before.openIdConnect().type().equals(settings.openIdConnect().type()),
          "cannot be changed; add another application");
    }
    settings.checkUniqueness(change.session(), change.tenant(), Optional.of(id), faults);
    return Optional.of(settings);
  }

  /** The name by which the application is known need not be said again. */
  private ApplicationRequest named(ApplicationState before) {
    SamlRequest saml = wish.saml();
    OidcRequest oidc = wish.openIdConnect();
    boolean withoutEntityId = saml != null && saml.entityId() == null && saml.metadata() == null;
    return new ApplicationRequest(
        null,
        wish.name(),
        wish.startUrl(),
        wish.everybody(),
        wish.groups(),
        withoutEntityId ? saml.withEntityId(before.clientId()) : saml,
        oidc == null ? null : oidc.named(before),
        wish.reason());
  }
}
