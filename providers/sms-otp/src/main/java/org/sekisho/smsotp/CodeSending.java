package org.sekisho.smsotp;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.smsotp.sender.SmsNotSentException;
import org.sekisho.smsotp.sender.SmsSender;

/** Sends a code within the limits and keeps its hash; checks a code that comes back. */
final class CodeSending {

  private static final Logger LOG = Logger.getLogger(CodeSending.class);

  /** What became of the wish to send; {@code limit} and {@code waitSeconds} say why not. */
  record Sending(State state, long waitSeconds, String limit) {
    enum State {
      SENT,
      MUST_WAIT,
      LIMIT_REACHED,
      FAILED,
      /** The provider did not answer in time: the message may still arrive. */
      UNCERTAIN
    }
  }

  /** Makes the text of the message in the reader's language. */
  interface Text {
    String with(OneTimeCode code);
  }

  private static final UserCount USERS = new UserCount();

  private final KeycloakSession session;
  private final RealmModel realm;
  private final SmsSettings settings;
  private final OwnTransaction transaction;
  private final SendLog log;
  private final CodeStore codes;

  CodeSending(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
    this.settings = SmsSettings.of(realm);
    this.transaction = OwnTransaction.of(session.getKeycloakSessionFactory());
    this.log = new SendLog(transaction);
    this.codes = new CodeStore(transaction);
  }

  Sending send(String codeId, SendRequest request, Text text) {
    long now = now();
    String id = UUID.randomUUID().toString();
    log.reserve(id, request, now);
    SendLimits limits = new SendLimits(settings);
    SendLimits.History history = SendLog.history(reading(), id, request, now);
    SendLimits.Decision decision =
        limits.decide(history, request.registering(), now, () -> tenantUsers(history, now));
    if (!decision.allowed()) {
      log.withdraw(id);
      return decision.waitSeconds() > 0
          ? new Sending(Sending.State.MUST_WAIT, decision.waitSeconds(), null)
          : new Sending(Sending.State.LIMIT_REACHED, 0, decision.exceededLimit());
    }
    Sending.State state = sendWithinLimits(id, codeId, request, text);
    return new Sending(state, limits.waitSeconds(history.timesWith(now), now), null);
  }

  /**
   * The hash is kept only once the message is on its way, so a code that could not be sent again
   * leaves the one before it valid.
   */
  private Sending.State sendWithinLimits(String id, String codeId, SendRequest request, Text text) {
    OneTimeCode code = OneTimeCode.next();
    try {
      String messageId =
          session
              .getProvider(SmsSender.class)
              .send(request.number().e164(), text.with(code), deliveryReports());
      note(id, messageId, codeId, request, code);
      return Sending.State.SENT;
    } catch (SmsNotSentException notSent) {
      LOG.warnf(
          "No SMS sent in realm %s to %s: %s",
          realm.getName(), request.number().masked(), notSent.getMessage());
      return afterFailure(id, codeId, request, code, notSent.isPossiblySent());
    }
  }

  /** The message counts against the limits all the same: nobody knows for certain that it left. */
  private Sending.State afterFailure(
      String id, String codeId, SendRequest request, OneTimeCode code, boolean possiblySent) {
    if (possiblySent) {
      note(id, null, codeId, request, code);
      return Sending.State.UNCERTAIN;
    }
    transaction.run(
        entities -> {
          SendLog.failed(entities, id);
          return null;
        });
    return Sending.State.FAILED;
  }

  /** One transaction for the message and its code. */
  private void note(
      String id, String messageId, String codeId, SendRequest request, OneTimeCode code) {
    OneTimeCode.Binding binding = binding(codeId, request);
    String hash = code.hash(key(), binding);
    long expiresAt = now() + settings.codeValidity().toSeconds();
    transaction.run(
        entities -> {
          CodeStore.keep(entities, binding, request.number().fingerprint(), hash, expiresAt);
          if (messageId == null) {
            SendLog.failed(entities, id);
          } else {
            SendLog.accepted(entities, id, messageId);
          }
          return null;
        });
  }

  /** What cannot be read as a code is a try like any other, and never right. */
  CodeStore.Result submit(String codeId, SendRequest request, Optional<OneTimeCode> code) {
    String hash = code.map(read -> read.hash(key(), binding(codeId, request))).orElse("");
    return codes.submit(codeId, hash, settings.maxTries(), now());
  }

  long waitSeconds(SendRequest request) {
    return new SendLimits(settings)
        .waitSeconds(SendLog.timesToNumber(reading(), request, now()), now());
  }

  SmsSettings settings() {
    return settings;
  }

  private int tenantUsers(SendLimits.History history, long now) {
    int enough = history.byTenant() / settings.maxInDayPerTenantUser();
    return USERS.of(realm.getId(), enough, now, () -> session.users().getUsersCount(realm));
  }

  private static OneTimeCode.Binding binding(String codeId, SendRequest request) {
    return new OneTimeCode.Binding(
        codeId, request.realmId(), request.userId(), request.number().e164());
  }

  /** The realm's own HMAC key, which Keycloak makes, keeps and rotates. */
  private byte[] key() {
    return session
        .keys()
        .getActiveKey(realm, KeyUse.SIG, Algorithm.HS512)
        .getSecretKey()
        .getEncoded();
  }

  private EntityManager reading() {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  private URI deliveryReports() {
    return DeliveryReportResource.address(session, realm);
  }

  private static long now() {
    return Time.currentTimeMillis() / 1000;
  }
}
