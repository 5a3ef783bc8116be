package org.sekisho.core;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;

/**
 * Finds what may be due by {@link ExpirySchedule}, a page of {@link RowWalk} at a time: rows with
 * {@code id}, {@code expiresAt} in milliseconds since the epoch, and {@code expiryMail}, the days
 * of the last mail.
 *
 * @param entity the name of the rows
 * @param condition what else holds for them, in JPQL with {@code r} for the row
 */
public record ExpiryQuery(String entity, String condition) {

  private static final String DUE =
      "select r.id from %s r where %s and r.expiresAt > :now"
          + " and ((r.expiryMail is null and r.expiresAt < :first)"
          + " or (r.expiryMail > :secondDays and r.expiresAt < :second)"
          + " or (r.expiryMail > :thirdDays and r.expiresAt < :third))"
          + " and r.id > :after order by r.id";

  /** For all rows. */
  public ExpiryQuery(String entity) {
    this(entity, "1 = 1");
  }

  /** The identifiers behind the given one, in their order. */
  public List<String> page(EntityManager entities, String after, long now) {
    return entities
        .createQuery(DUE.formatted(entity, condition), String.class)
        .setParameter("now", now)
        .setParameter("first", end(now, 0))
        .setParameter("second", end(now, 1))
        .setParameter("third", end(now, 2))
        .setParameter("secondDays", ExpirySchedule.DAYS.get(1))
        .setParameter("thirdDays", ExpirySchedule.DAYS.get(2))
        .setParameter("after", after)
        .setMaxResults(RowWalk.PAGE)
        .getResultList();
  }

  private static long end(long now, int mail) {
    return now + Duration.ofDays(ExpirySchedule.DAYS.get(mail)).toMillis();
  }
}
