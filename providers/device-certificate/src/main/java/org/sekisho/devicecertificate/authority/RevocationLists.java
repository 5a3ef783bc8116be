package org.sekisho.devicecertificate.authority;

import jakarta.persistence.EntityManager;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.certauthority.revocation.RevokedCertificate;
import org.sekisho.certauthority.revocation.crl.ListSchedule;
import org.sekisho.certauthority.revocation.crl.ListedEntries;
import org.sekisho.certauthority.revocation.crl.RevocationList;
import org.sekisho.core.RowWalk;
import org.sekisho.core.RowWalk.Walked;
import org.sekisho.devicecertificate.DeviceCertificates;
import org.sekisho.devicecertificate.authority.AuthorityEntity.State;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.RevocationReason;

/**
 * Makes lists of revoked certificates where one is due. Nothing here lets anybody in or keeps
 * anybody out: the lists are for others, we look at the rows.
 */
public final class RevocationLists implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(RevocationLists.class);
  private static final Duration LONGEST_RUN = Duration.ofMinutes(1);

  /** A list does not see what is revoked by transactions that end after it: it is made again. */
  private static final Duration SLOWEST = Duration.ofSeconds(30);

  /**
   * So long after its last certificate has ended lists of an issuing CA go on: what is revoked
   * stands on one that was made after its end (RFC 5280 §3.3).
   */
  private static final Duration BEYOND = ListSchedule.INTERVAL.multipliedBy(4);

  private final RowWalk walk = new RowWalk(LONGEST_RUN);
  private String reported = "";

  @Override
  public void run(KeycloakSession session) {
    report(
        walk.go(
            session.getKeycloakSessionFactory(),
            (own, after) -> due(entities(own), after, Time.currentTimeMillis()),
            RevocationLists::make));
  }

  private void report(Walked walked) {
    String failures =
        "%d lists of revoked certificates were not made, as %s"
            .formatted(walked.failed(), walked.example());
    // Only news: where keys are lost, each run fails with the same.
    if (walked.failed() > 0 && !failures.equals(reported)) {
      LOG.error(failures);
    }
    reported = walked.failed() > 0 ? failures : "";
  }

  /** The next ones by their identifiers. */
  static List<String> due(EntityManager entities, String after, long now) {
    return entities
        .createQuery(
            "select a.id from AuthorityEntity a where (a.state in :trusted or (a.state = :retired"
                + " and exists (select d.id from DeviceEntity d where d.authorityId = a.id"
                + " and d.expiresAt > :ended))) and (a.crlAt is null"
                + " or a.revokedAt >= a.crlAt - :slowest or a.crlAt < :old)"
                + " and a.id > :after order by a.id",
            String.class)
        .setParameter("trusted", State.TRUSTED)
        .setParameter("retired", State.RETIRED)
        .setParameter("ended", now - BEYOND.toMillis())
        .setParameter("slowest", SLOWEST.toMillis())
        .setParameter("old", now - ListSchedule.INTERVAL.toMillis())
        .setParameter("after", after)
        .setMaxResults(RowWalk.PAGE)
        .getResultList();
  }

  private static void make(KeycloakSession own, String id) {
    AuthorityEntity authority = entities(own).find(AuthorityEntity.class, id);
    if (authority == null) {
      return;
    }
    Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
    Optional<Instant> previous = Optional.ofNullable(authority.crlAt).map(Instant::ofEpochMilli);
    authority.crlNumber++;
    byte[] list =
        RevocationList.of(
            AuthorityKeys.open(DeviceCertificates.of(own).keys(), authority),
            BigInteger.valueOf(authority.crlNumber),
            ListedEntries.forNext(revoked(entities(own), authority), previous),
            now);
    authority.crlAt = now.toEpochMilli();
    RevocationListEntity.keep(entities(own), authority, list);
  }

  /** What a list names at the most: columns, because a tenant may have revoked very many. */
  static List<RevokedCertificate> revoked(EntityManager entities, AuthorityEntity authority) {
    long previous = authority.crlAt == null ? 0 : authority.crlAt;
    return entities
        .createQuery(
            "select d.serial, d.revokedAt, d.revocationReason, d.expiresAt from DeviceEntity d"
                + " where d.authorityId = :authority and d.state = :revoked"
                + " and (d.expiresAt >= :previous or d.revokedAt >= :previous)",
            Object[].class)
        .setParameter("authority", authority.id)
        .setParameter("revoked", DeviceState.REVOKED)
        .setParameter("previous", previous)
        .getResultStream()
        .map(RevocationLists::entry)
        .toList();
  }

  private static RevokedCertificate entry(Object[] row) {
    return new RevokedCertificate(
        new BigInteger((String) row[0], 16),
        Instant.ofEpochMilli((long) row[1]),
        ((RevocationReason) row[2]).standard(),
        Instant.ofEpochMilli((long) row[3]));
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
