package org.sekisho.testaccess;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resource.RealmResourceProvider;

/** Makes a service account that administers the tenant through Keycloak's own Admin REST API. */
public final class TestAccess implements RealmResourceProvider {

  private static final String CLIENT_ID = "test-access";

  private final KeycloakSession session;

  TestAccess(KeycloakSession session) {
    this.session = session;
  }

  @POST
  @Path("administrator")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, String> administrator() {
    RealmModel realm = session.getContext().getRealm();
    ClientModel client = realm.getClientByClientId(CLIENT_ID);
    if (client == null) {
      client = create(realm);
    }
    return Map.of("clientId", CLIENT_ID, "secret", client.getSecret());
  }

  /** Lets the time of all support sessions and of the grace period of this tenant be over. */
  @POST
  @Path("time-passed")
  public void timePassed() {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    for (String change :
        List.of(
            "update SEKISHO_SUPPORT_SESSION set ENDS_AT = 1 where ENDS_AT > 1",
            "update SEKISHO_TENANT set REMOVE_AT = 1 where REMOVE_AT is not null")) {
      entities
          .createNativeQuery(change + " and REALM_ID = :realm")
          .setParameter("realm", session.getContext().getRealm().getId())
          .executeUpdate();
    }
  }

  /** Lets time pass for devices. */
  @Path("device-time")
  public DeviceTime deviceTime() {
    return new DeviceTime(session);
  }

  /** Lets time pass for what goes on at Microsoft 365. */
  @Path("microsoft365-time")
  public Microsoft365Time microsoft365Time() {
    return new Microsoft365Time(session);
  }

  /** Puts access rules in force as if they had been confirmed, for measurements. */
  @POST
  @Path("access-rules")
  @Consumes(MediaType.APPLICATION_JSON)
  public void accessRules(String content) {
    RealmModel realm = session.getContext().getRealm();
    String id = UUID.randomUUID().toString();
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    entities
        .createNativeQuery(
            "insert into SEKISHO_ACCESS_RULES"
                + " (ID, REALM_ID, CONTENT, AUTHOR_ID, AUTHOR_NAME, REASON, CREATED_AT, STATE)"
                + " values (:id, :realm, :content, 'test', 'test', 'test', 1, 'CONFIRMED')")
        .setParameter("id", id)
        .setParameter("realm", realm.getId())
        .setParameter("content", content)
        .executeUpdate();
    realm.setAttribute("sekisho.access-rules", id);
  }

  /** Makes the proofs of domains of this tenant older, and lets daily looks have found nothing. */
  @POST
  @Path("proofs-aged")
  public void proofsAged(@QueryParam("days") int days, @QueryParam("missed") int missed) {
    session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createNativeQuery(
            "update SEKISHO_DOMAIN_PROOF set CHECKED_AT = CHECKED_AT - :age,"
                + " LOOKED_AT = LOOKED_AT - :age, EXPIRES_AT = EXPIRES_AT - :age,"
                + " MISSED = MISSED + :missed where REALM_ID = :realm")
        .setParameter("age", Duration.ofDays(days).toMillis())
        .setParameter("missed", missed)
        .setParameter("realm", session.getContext().getRealm().getId())
        .executeUpdate();
  }

  /** All tests come from few addresses, and a class's first token is to last to its last test. */
  @POST
  @Path("patience")
  public void patience() {
    RealmModel realm = session.getContext().getRealm();
    realm.setAttribute("sekisho.sms.maxPerAddressInHour", "100000");
    realm.setAccessTokenLifespan((int) Duration.ofMinutes(30).toSeconds());
  }

  /** As if the messages to a user had been sent, and their codes had been made, earlier. */
  @POST
  @Path("messages-aged")
  public void messagesAged(@QueryParam("user") String user, @QueryParam("seconds") int seconds) {
    for (String change :
        List.of(
            "update SEKISHO_SMS_SEND set SENT_AT = SENT_AT - :age where USER_ID = :user",
            "update SEKISHO_SMS_CODE set EXPIRES_AT = EXPIRES_AT - :age where USER_ID = :user")) {
      session
          .getProvider(JpaConnectionProvider.class)
          .getEntityManager()
          .createNativeQuery(change)
          .setParameter("age", seconds)
          .setParameter("user", user)
          .executeUpdate();
    }
  }

  /** What is known of the messages to a user. */
  @GET
  @Path("message-states")
  @Produces(MediaType.APPLICATION_JSON)
  public List<?> messageStates(@QueryParam("user") String user) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createNativeQuery(
            "select coalesce(STATUS, '') from SEKISHO_SMS_SEND where USER_ID = :user")
        .setParameter("user", user)
        .getResultList();
  }

  /** The wrapped key of the tenant's first issuing CA. */
  @POST
  @Path("issuing-ca")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, String> issuingCa() {
    Object[] row =
        (Object[])
            session
                .getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createNativeQuery(
                    "select KEY_SCHEME, KEY_MATERIAL, PUBLIC_KEY from SEKISHO_ISSUING_CA"
                        + " where REALM_ID = :realm and GENERATION = 1")
                .setParameter("realm", session.getContext().getRealm().getId())
                .getSingleResult();
    return Map.of(
        "scheme", (String) row[0], "material", (String) row[1], "public", (String) row[2]);
  }

  /** Has a device in use have another certificate, as if it had been issued to it. */
  @POST
  @Path("device-certificate")
  public void deviceCertificate(
      @QueryParam("device") String device,
      @QueryParam("fingerprint") String fingerprint,
      @QueryParam("end") long end) {
    session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createNativeQuery(
            "update SEKISHO_DEVICE set FINGERPRINT = :fingerprint, ISSUED_AT = :begin,"
                + " EXPIRES_AT = :end, STATE = 'ACTIVE' where ID = :device and REALM_ID = :realm")
        .setParameter("fingerprint", fingerprint)
        .setParameter("begin", end - Duration.ofDays(30).toMillis())
        .setParameter("end", end)
        .setParameter("device", device)
        .setParameter("realm", session.getContext().getRealm().getId())
        .executeUpdate();
  }

  /** Takes the table of the history away. */
  @POST
  @Path("history-break")
  public void breakHistory() {
    rename("SEKISHO_LOGIN_RECORD", "SEKISHO_LOGIN_RECORD_AWAY");
  }

  /** Puts it back. */
  @POST
  @Path("history-mend")
  public void mendHistory() {
    rename("SEKISHO_LOGIN_RECORD_AWAY", "SEKISHO_LOGIN_RECORD");
  }

  private void rename(String from, String to) {
    session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createNativeQuery("alter table " + from + " rename to " + to)
        .executeUpdate();
  }

  /** Records of a user that are so many days old, as if they had been written then. */
  @POST
  @Path("history-old")
  public void oldHistory(
      @QueryParam("user") String userKey,
      @QueryParam("days") int days,
      @QueryParam("count") int count) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    long at = System.currentTimeMillis() - Duration.ofDays(days).toMillis();
    for (int i = 0; i < count; i++) {
      entities
          .createNativeQuery(
              "insert into SEKISHO_LOGIN_RECORD (ID, REALM_ID, HAPPENED_AT, KIND, USER_KEY,"
                  + " USER_NAME, SALT) values (:id, :realm, :at, 'SIGN_IN', :user, 'old', '00')")
          .setParameter("id", idAt(at + i))
          .setParameter("realm", session.getContext().getRealm().getId())
          .setParameter("at", at + i)
          .setParameter("user", userKey)
          .executeUpdate();
    }
  }

  /** A UUID of version 7 of that time. */
  private static String idAt(long millis) {
    String time = "%012x".formatted(millis);
    return time.substring(0, 8)
        + "-"
        + time.substring(8)
        + "-7000-8"
        + UUID.randomUUID().toString().substring(20);
  }

  private ClientModel create(RealmModel realm) {
    ClientModel client = realm.addClient(CLIENT_ID);
    client.setProtocol("openid-connect");
    client.setEnabled(true);
    client.setFullScopeAllowed(true);
    client.setClientAuthenticatorType("client-secret");
    client.setSecret(SecretGenerator.getInstance().randomString());
    new ClientManager(new RealmManager(session)).enableServiceAccount(client);
    session
        .users()
        .getServiceAccount(client)
        .grantRole(
            realm
                .getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID)
                .getRole(AdminRoles.REALM_ADMIN));
    return client;
  }

  @Override
  public Object getResource() {
    return this;
  }

  @Override
  public void close() {}
}
