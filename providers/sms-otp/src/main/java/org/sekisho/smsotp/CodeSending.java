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
  private static final SendHistory HISTORY = new SendHistory();

  private final KeycloakSession session;
  private final RealmModel realm;
  private final SmsSettings settings;
  private final SendLog log;
  private final CodeStore codes;

  CodeSending(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
    this.settings = SmsSettings.of(realm);
    OwnTransaction transaction = OwnTransaction.of(session.getKeycloakSessionFactory());
    this.log = new SendLog(transaction);
    this.codes = new CodeStore(transaction);
  }

  Sending send(CodeId codeId, SendRequest request, Text text) {
    long now = now();
    String id = UUID.randomUUID().toString();
    log.reserve(id, request, now);
    SendLimits limits = new SendLimits(settings);
    SendHistory.Judged judged =
        HISTORY.judge(signIn(), id, request, now, sent -> decide(limits, sent, request, now));
    SendLimits.Decision decision = judged.decision();
    if (!decision.allowed()) {
      log.withdraw(id);
      return decision.waitSeconds() > 0
          ? new Sending(Sending.State.MUST_WAIT, decision.waitSeconds(), null)
          : new Sending(Sending.State.LIMIT_REACHED, 0, decision.exceededLimit());
    }
    Sending.State state = sendWithinLimits(id, codeId, request, text);
    return new Sending(state, limits.waitSeconds(judged.history().timesWith(now), now), null);
  }

  private SendLimits.Decision decide(
      SendLimits limits, SendLimits.History history, SendRequest request, long now) {
    return limits.decide(history, request.registering(), now, () -> tenantUsers(history, now));
  }

  /**
   * The hash is kept only once the message is on its way, so a code that could not be sent again
   * leaves the one before it valid.
   */
  private Sending.State sendWithinLimits(String id, CodeId codeId, SendRequest request, Text text) {
    OneTimeCode code = OneTimeCode.next();
    try {
      String messageId =
          session
              .getProvider(SmsSender.class)
              .send(request.number().e164(), text.with(code), deliveryReports(id));
      SendLog.accepted(signIn(), id, messageId);
      keep(codeId, request, code);
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
      String id, CodeId codeId, SendRequest request, OneTimeCode code, boolean possiblySent) {
    SendLog.failed(signIn(), id);
    if (possiblySent) {
      keep(codeId, request, code);
      return Sending.State.UNCERTAIN;
    }
    return Sending.State.FAILED;
  }

  /** In the transaction of the sign-in: without it the code could not be asked for anyway. */
  private void keep(CodeId codeId, SendRequest request, OneTimeCode code) {
    OneTimeCode.Binding binding = binding(codeId.value(), request);
    String hash = code.hash(key(), binding);
    long expiresAt = now() + settings.codeValidity().toSeconds();
    String fingerprint = request.number().fingerprint();
    if (codeId.isNew()) {
      CodeStore.insert(signIn(), binding, fingerprint, hash, expiresAt);
    } else {
      CodeStore.replace(signIn(), binding, fingerprint, hash, expiresAt);
    }
  }

  /** What cannot be read as a code is a try like any other, and never right. */
  CodeStore.Result submit(String codeId, SendRequest request, Optional<OneTimeCode> code) {
    String hash = code.map(read -> read.hash(key(), binding(codeId, request))).orElse("");
    return codes.submit(codeId, hash, settings.maxTries(), now());
  }

  long waitSeconds(SendRequest request) {
    return new SendLimits(settings)
        .waitSeconds(SendHistory.timesToNumber(signIn(), request, now()), now());
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

  /** The transaction of the sign-in. */
  private EntityManager signIn() {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  private URI deliveryReports(String id) {
    return DeliveryReportResource.address(session, realm, id);
  }

  private static long now() {
    return Time.currentTimeMillis() / 1000;
  }
}
