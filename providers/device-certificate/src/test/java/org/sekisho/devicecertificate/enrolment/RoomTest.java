package org.sekisho.devicecertificate.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.enrolment.Room.Obstacle;
import org.sekisho.testsupport.PatientPostgres;

/** Two nodes on one PostgreSQL: how many certificates a user has is decided there. */
class RoomTest {

  private static final String REALM = "realm";
  private static final int MOST = 5;
  private static final int AT_ONCE = 4;
  private static final long NOW = 1_000;

  private static EmbeddedPostgres postgres;
  private static List<EntityManagerFactory> nodes;

  @BeforeAll
  static void start() throws IOException {
    postgres = PatientPostgres.start();
    nodes = List.of(node("update"), node("none"));
  }

  @AfterAll
  static void stop() throws IOException {
    nodes.forEach(EntityManagerFactory::close);
    postgres.close();
  }

  private static EntityManagerFactory node(String schema) {
    return new HibernatePersistenceConfiguration("room-" + schema)
        .managedClasses(DeviceEntity.class, EnrolmentEntity.class)
        .jdbcUrl(postgres.getJdbcUrl("postgres", "postgres"))
        .property("hibernate.hbm2ddl.auto", schema)
        .createEntityManagerFactory();
  }

  private static void add(EntityManager entities, String id, String user, String renews) {
    DeviceEntity device = new DeviceEntity();
    device.id = id;
    device.realmId = REALM;
    device.userId = user;
    device.state = DeviceState.ACTIVE;
    device.issuedAt = 1;
    device.expiresAt = NOW + 1;
    device.renews = renews;
    entities.persist(device);
  }

  private static String claimed(String user, String renews) {
    EnrolmentEntity enrolment = new EnrolmentEntity();
    enrolment.id = UUID.randomUUID().toString();
    enrolment.realmId = REALM;
    enrolment.userId = user;
    enrolment.state = EnrolmentState.CLAIMED;
    enrolment.renews = renews;
    nodes.get(0).runInTransaction(entities -> entities.persist(enrolment));
    return enrolment.id;
  }

  /** As a call for a certificate does: it looks, makes a key, and looks again alone. */
  private static Optional<Obstacle> issue(EntityManagerFactory node, String user, String id) {
    return node.callInTransaction(
        entities -> {
          EnrolmentEntity wish = entities.find(EnrolmentEntity.class, id);
          Room room = new Room(entities, REALM, user);
          entities
              .createQuery("select d from DeviceEntity d where d.userId = :user")
              .setParameter("user", user)
              .getResultList();
          room.lock();
          Optional<Obstacle> obstacle = room.obstacle(wish, MOST, NOW);
          if (obstacle.isEmpty()) {
            add(entities, UUID.randomUUID().toString(), user, wish.renews);
          }
          return obstacle;
        });
  }

  private static List<Optional<Obstacle>> issueAtOnce(String user, String renews) throws Exception {
    List<Callable<Optional<Obstacle>>> calls = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      EntityManagerFactory node = nodes.get(i % 2);
      String id = claimed(user, renews);
      calls.add(() -> issue(node, user, id));
    }
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Optional<Obstacle>> outcomes = new ArrayList<>();
      for (Future<Optional<Obstacle>> outcome : threads.invokeAll(calls)) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void ofManyWhoAskAtOnceForTheLastPlaceOneHasIt() throws Exception {
    for (int round = 0; round < 10; round++) {
      String user = "full-" + round;
      nodes
          .get(0)
          .runInTransaction(
              entities -> {
                for (int i = 1; i < MOST; i++) {
                  add(entities, user + i, user, null);
                }
              });
      assertThat(issueAtOnce(user, null))
          .containsOnlyOnce(Optional.empty())
          .containsOnly(Optional.empty(), Optional.of(Obstacle.FULL));
    }
  }

  @Test
  void ofManyWhoRenewADeviceAtOnceOneHasTheCertificate() throws Exception {
    for (int round = 0; round < 10; round++) {
      String user = "renewing-" + round;
      nodes.get(0).runInTransaction(entities -> add(entities, user, user, null));
      assertThat(issueAtOnce(user, user))
          .containsOnlyOnce(Optional.empty())
          .containsOnly(Optional.empty(), Optional.of(Obstacle.NOT_RENEWABLE));
    }
  }

  @Test
  void aRenewalThatWasClaimedIsWorthNothingOnceTheDeviceIsRevoked() {
    nodes.get(0).runInTransaction(entities -> add(entities, "gone", "revoking", null));
    String id = claimed("revoking", "gone");
    nodes
        .get(1)
        .runInTransaction(
            entities -> entities.find(DeviceEntity.class, "gone").state = DeviceState.REVOKED);
    assertThat(issue(nodes.get(0), "revoking", id)).contains(Obstacle.NOT_RENEWABLE);
  }

  @Test
  void aLinkIsWorthNothingOnceTheDeviceFromWhichItWasMadeIsRevoked() {
    nodes.get(0).runInTransaction(entities -> add(entities, "stolen", "robbed", null));
    String id = claimed("robbed", null);
    nodes
        .get(0)
        .runInTransaction(
            entities -> entities.find(EnrolmentEntity.class, id).issuerDevice = "stolen");
    assertThat(isVouchedFor(id)).isTrue();
    nodes
        .get(1)
        .runInTransaction(
            entities -> entities.find(DeviceEntity.class, "stolen").state = DeviceState.REVOKED);
    assertThat(isVouchedFor(id)).isFalse();
    assertThat(issue(nodes.get(0), "robbed", id)).contains(Obstacle.ISSUER_REVOKED);
  }

  private static boolean isVouchedFor(String id) {
    return nodes
        .get(0)
        .callInTransaction(
            entities ->
                new Room(entities, REALM, "robbed")
                    .isVouchedFor(entities.find(EnrolmentEntity.class, id), NOW));
  }
}
