package org.sekisho.federation.microsoft365;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** Where a domain stands at Microsoft. Times are milliseconds of the epoch; null for never. */
@Entity
@Table(name = "SEKISHO_M365_DOMAIN")
public class DomainEntity {

  @Id
  @Column(name = "ID", length = 36)
  String id;

  @Column(name = "REALM_ID", length = 36, nullable = false)
  String realmId;

  @Column(name = "DOMAIN", length = 253, nullable = false)
  String domain;

  @Enumerated(EnumType.STRING)
  @Column(name = "STATE", length = 32, nullable = false)
  DomainState state;

  /** Whether an administrator runs scripts instead of us calling Graph. */
  @Column(name = "BY_SCRIPT", nullable = false)
  boolean byScript;

  @Enumerated(EnumType.STRING)
  @Column(name = "MFA_BEHAVIOR", length = 16)
  MfaBehavior mfaBehavior;

  /** As it was agreed: a background job has no request from which it could learn addresses. */
  @Column(name = "ISSUER", length = 1000)
  String issuer;

  @Column(name = "SIGN_IN_URI", length = 1000)
  String signInUri;

  @Column(name = "PREFLIGHT_AT")
  Long preflightAt;

  @Column(name = "PREFLIGHT_USERS")
  Integer preflightUsers;

  @Column(name = "PREFLIGHT_LOCKED_OUT")
  Integer preflightLockedOut;

  @Column(name = "PREFLIGHT_DIFFERENCES")
  Integer preflightDifferences;

  @Column(name = "PREFLIGHT_EMERGENCY")
  Integer preflightEmergency;

  /** SHA-256 of the users that were compared, hexadecimal. */
  @Column(name = "PREFLIGHT_FINGERPRINT", length = 64)
  String preflightFingerprint;

  /** Of the rollover that runs: whether what this step wants is known to be at Microsoft. */
  @Column(name = "STEP_CONFIRMED", nullable = false)
  boolean stepConfirmed;

  /** When Microsoft was last asked to federate the domain, whatever it has answered. */
  @Column(name = "FEDERATE_SENT_AT")
  Long federateSentAt;

  @Column(name = "KIT_AT")
  Long kitAt;

  /** SHA-256 of the users for whom the kit was made, hexadecimal. */
  @Column(name = "KIT_USERS", length = 64)
  String kitUsers;

  @Column(name = "WATCHED_AT")
  Long watchedAt;

  /** Names of what differs, with commas between them; empty where all is as agreed. */
  @Column(name = "DRIFT", length = 500)
  String drift;

  /** The drift that those in charge were told of last; null for none. */
  @Column(name = "DRIFT_TOLD", length = 500)
  String driftTold;

  /** Why the last step at Microsoft failed; null where it did not. */
  @Column(name = "LAST_ERROR", length = 200)
  String lastError;

  /**
   * Moves on.
   *
   * @throws IllegalStateException where the move is not possible from here
   */
  void move(DomainState.Move move) {
    state = state.after(move).orElseThrow(() -> new IllegalStateException(move + " from " + state));
  }

  boolean can(DomainState.Move move) {
    return state.after(move).isPresent();
  }

  Preflight preflight() {
    return preflightAt == null
        ? null
        : new Preflight(
            preflightAt,
            preflightUsers,
            preflightDifferences,
            preflightLockedOut,
            preflightEmergency,
            preflightFingerprint);
  }

  void note(Preflight result) {
    preflightAt = result.at();
    preflightUsers = result.users();
    preflightDifferences = result.differences();
    preflightLockedOut = result.lockedOut();
    preflightEmergency = result.emergencyAdministrators();
    preflightFingerprint = result.fingerprint();
  }

  List<String> driftNames() {
    return drift == null || drift.isEmpty() ? List.of() : List.of(drift.split(",", -1));
  }

  /** Our settings with these certificates. */
  FederationSettings agreed(CertificatePair certificates) {
    return new FederationSettings(
        null,
        issuer,
        signInUri,
        signInUri,
        FederationSettings.SAML,
        certificates.current(),
        certificates.next(),
        mfaBehavior.label());
  }
}
