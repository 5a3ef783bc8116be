package org.sekisho.federation.microsoft365;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * That one node at a time works at Microsoft for a tenant. It ends by itself, so that a node that
 * was killed holds nobody up for long. Steps can be done by two at once, which is only double work;
 * giving one up cannot, so whoever does takes the lease as well.
 */
final class Lease {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Set<String> WAITING = ConcurrentHashMap.newKeySet();

  private final KeycloakSessionFactory factory;
  private final String realmId;
  private final String owner = UUID.randomUUID().toString();

  Lease(KeycloakSessionFactory factory, String realmId) {
    this.factory = factory;
    this.realmId = realmId;
  }

  /** Whether nobody else has it. */
  boolean take() {
    return KeycloakModelUtils.runJobInTransactionWithResult(factory, this::takeIn);
  }

  /**
   * Waits up to five seconds: a round of the background job is mostly shorter. One call for each
   * tenant and node waits, so that many take no threads from others.
   */
  boolean takePatiently() {
    if (take()) {
      return true;
    }
    if (!WAITING.add(realmId)) {
      return false;
    }
    try {
      return takeWithin(System.nanoTime() + PATIENCE.toNanos());
    } finally {
      WAITING.remove(realmId);
    }
  }

  private boolean takeWithin(long end) {
    boolean taken = false;
    while (!taken && System.nanoTime() < end && paused()) {
      taken = take();
    }
    return taken;
  }

  /** False where the server stops. */
  private static boolean paused() {
    try {
      Thread.sleep(PAUSE.toMillis());
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean takeIn(KeycloakSession own) {
    DirectoryEntity row = new Microsoft365Store(own).lock(realmId);
    long now = Time.currentTimeMillis();
    if (row.leaseUntil > now && !owner.equals(row.leaseOwner)) {
      return false;
    }
    row.leaseOwner = owner;
    row.leaseUntil = now + LONGEST.toMillis();
    return true;
  }

  void giveBack() {
    KeycloakModelUtils.runJobInTransaction(
        factory,
        own -> {
          DirectoryEntity row = new Microsoft365Store(own).lock(realmId);
          if (owner.equals(row.leaseOwner)) {
            row.leaseOwner = null;
            row.leaseUntil = 0;
          }
        });
  }
}
