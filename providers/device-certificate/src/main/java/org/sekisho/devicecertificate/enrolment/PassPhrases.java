package org.sekisho.devicecertificate.enrolment;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Pass phrases of files that the server has made, from the moment the file goes to the device until
 * the screen where the link was made has shown them, once. Half of each is in the row of the
 * enrolment, the other in the memory of the servers: no copy of the database tells one, and none
 * survives a restart of all nodes.
 */
public final class PassPhrases {

  /** A certificate that is not used by then is revoked. */
  private static final Duration LIFE = Duration.ofHours(24);

  private static final String OBJECT = "sekisho-pass-phrase:";
  private static final String SEALED = "sealed";

  private final SingleUseObjectProvider objects;
  private final Enrolments enrolments;

  public PassPhrases(KeycloakSession session, RealmModel tenant) {
    this.objects = session.singleUseObjects();
    this.enrolments = new Enrolments(session, tenant);
  }

  void keep(String enrolmentId, String passPhrase) {
    SealedText halves = SealedText.of(passPhrase, enrolmentId);
    objects.put(OBJECT + enrolmentId, LIFE.toSeconds(), Map.of(SEALED, halves.sealed()));
    enrolments.keepKey(enrolmentId, halves.key());
  }

  /**
   * Tells the pass phrase to whoever has made the link, the first time that it is asked for.
   *
   * @param callerId who asks
   */
  public Optional<String> tell(EnrolmentEntity enrolment, String callerId) {
    String key = enrolment.passPhraseKey;
    if (key == null
        || enrolment.state != EnrolmentState.ISSUED
        || !enrolment.issuerId.equals(callerId)
        || !enrolments.dropKey(enrolment.id)) {
      return Optional.empty();
    }
    return Optional.ofNullable(objects.remove(OBJECT + enrolment.id))
        .flatMap(notes -> new SealedText(key, notes.get(SEALED)).open(enrolment.id));
  }
}
