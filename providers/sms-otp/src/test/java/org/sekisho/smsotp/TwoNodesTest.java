package org.sekisho.smsotp;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.testsupport.PatientPostgres;

/** Two nodes on one PostgreSQL: what meets only in the database must be decided there. */
class TwoNodesTest {

  private static final int MAX_TRIES = 5;
  private static final long NOW = 1_000;

  private static EmbeddedPostgres postgres;
  private static List<EntityManagerFactory> nodes;

  @BeforeAll
  static void start() throws IOException {
    postgres = PatientPostgres.start();
    String url = postgres.getJdbcUrl("postgres", "postgres");
    nodes = List.of(node(url, "update"), node(url, "none"));
  }

  @AfterAll
  static void stop() throws IOException {
    nodes.forEach(EntityManagerFactory::close);
    postgres.close();
  }

  private static EntityManagerFactory node(String url, String schema) {
    return new HibernatePersistenceConfiguration("node-" + schema)
        .managedClasses(SmsCodeEntity.class, SmsSendEntity.class)
        .jdbcUrl(url)
        .property("hibernate.hbm2ddl.auto", schema)
        .createEntityManagerFactory();
  }

  private static OwnTransaction transactionsOf(EntityManagerFactory node) {
    return new OwnTransaction() {
      @Override
      public <T> T run(Function<EntityManager, T> work) {
        return node.callInTransaction(work);
      }
    };
  }

  private static String sendCode(String id, String hash) {
    OneTimeCode.Binding binding = new OneTimeCode.Binding(id, "realm", "user", "+819012345678");
    OwnTransaction first = transactionsOf(nodes.get(0));
    first.run(
        entities -> {
          CodeStore.insert(entities, binding, "fingerprint", hash, NOW + 300);
          return null;
        });
    return id;
  }

  private static List<CodeStore.Outcome> submitFromBothNodes(String id, String hash, int times)
      throws Exception {
    List<Callable<CodeStore.Outcome>> tries = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      EntityManagerFactory node = nodes.get(i % 2);
      tries.add(() -> submit(node, id, hash, NOW));
    }
    return together(tries);
  }

  private static List<CodeStore.Outcome> together(List<Callable<CodeStore.Outcome>> tries)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<CodeStore.Outcome> outcomes = new ArrayList<>();
      for (Future<CodeStore.Outcome> outcome : threads.invokeAll(tries)) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static CodeStore.Outcome submit(
      EntityManagerFactory node, String id, String hash, long now) {
    return new CodeStore(transactionsOf(node)).submit(id, hash, MAX_TRIES, now).outcome();
  }

  @Test
  void ofManyThatSubmitTheRightCodeAtOnceOneWins() throws Exception {
    for (int round = 0; round < 10; round++) {
      String id = sendCode("right-" + round, "aa");
      assertThat(submitFromBothNodes(id, "aa", 8))
          .containsOnlyOnce(CodeStore.Outcome.ACCEPTED)
          .containsOnly(CodeStore.Outcome.ACCEPTED, CodeStore.Outcome.NOT_SENT);
    }
  }

  @Test
  void ofManyWrongCodesAtOnceNoMoreThanTheLimitAreCompared() throws Exception {
    for (int round = 0; round < 10; round++) {
      String id = sendCode("wrong-" + round, "aa");
      List<CodeStore.Outcome> outcomes = submitFromBothNodes(id, "bb", 12);
      assertThat(outcomes.stream().filter(CodeStore.Outcome.WRONG::equals)).hasSize(MAX_TRIES);
      assertThat(submitFromBothNodes(id, "aa", 1)).containsExactly(CodeStore.Outcome.TRIES_USED_UP);
    }
  }

  @Test
  void ofTwoMessagesAskedForAtOnceNeverBothAreWithinTheLimit() throws Exception {
    for (int round = 0; round < 10; round++) {
      PhoneNumber number = new PhoneNumber("+8190123400" + (10 + round));
      List<Callable<Boolean>> wishes = new ArrayList<>();
      for (EntityManagerFactory node : nodes) {
        wishes.add(() -> seesNoOther(node, number));
      }
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        int allowed = 0;
        for (Future<Boolean> wish : threads.invokeAll(wishes)) {
          allowed += wish.get() ? 1 : 0;
        }
        assertThat(allowed).isLessThanOrEqualTo(1);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  /** As in a sign-in: its own transaction has begun to read before the message is reserved. */
  private static boolean seesNoOther(EntityManagerFactory node, PhoneNumber number) {
    String id = java.util.UUID.randomUUID().toString();
    SendRequest request = new SendRequest("realm", "user", number, "127.0.0.1", false);
    return node.callInTransaction(
        signIn -> {
          SendHistory.timesToNumber(signIn, request, NOW);
          new SendLog(transactionsOf(node)).reserve(id, request, NOW);
          return new SendHistory()
              .judge(signIn, id, request, NOW, sent -> new SendLimits.Decision(0, null))
              .history()
              .toNumber()
              .isEmpty();
        });
  }

  @Test
  void anExpiredCodeIsNotAccepted() throws Exception {
    String id = sendCode("expired", "aa");
    assertThat(submit(nodes.get(0), id, "aa", NOW + 300)).isEqualTo(CodeStore.Outcome.EXPIRED);
  }

  /** However it is timed: of the tries that are compared, the right one must be among the five. */
  @Test
  void theRightCodeAmongManyWrongOnesAtOnceIsNoFreeTry() throws Exception {
    int accepted = 0;
    for (int round = 0; round < 10; round++) {
      String id = sendCode("mixed-" + round, "aa");
      List<Callable<CodeStore.Outcome>> tries = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        EntityManagerFactory node = nodes.get(i % 2);
        String hash = i == 11 ? "aa" : "bb";
        tries.add(() -> submit(node, id, hash, NOW));
      }
      List<CodeStore.Outcome> outcomes = together(tries);
      long compared =
          outcomes.stream()
              .filter(
                  outcome ->
                      outcome == CodeStore.Outcome.WRONG || outcome == CodeStore.Outcome.ACCEPTED)
              .count();
      assertThat(compared).isLessThanOrEqualTo(MAX_TRIES);
      assertThat(compared).isEqualTo(triesOf(id));
      accepted += outcomes.contains(CodeStore.Outcome.ACCEPTED) ? 1 : 0;
    }
    assertThat(accepted).isLessThan(10);
  }

  private static int triesOf(String id) {
    return nodes
        .get(0)
        .callInTransaction(
            (EntityManager entities) -> entities.find(SmsCodeEntity.class, id).tries);
  }

  @Test
  void aCodeThatIsSentAgainTakesThePlaceOfTheOneBeforeAndKeepsTheTries() {
    String id = sendCode("again", "aa");
    EntityManagerFactory node = nodes.get(1);
    submit(node, id, "bb", NOW);
    OneTimeCode.Binding binding = new OneTimeCode.Binding(id, "realm", "user", "+819012345678");
    node.runInTransaction(
        (EntityManager signIn) ->
            CodeStore.replace(signIn, binding, "fingerprint", "cc", NOW + 600));
    assertThat(triesOf(id)).isEqualTo(1);
    assertThat(submit(node, id, "aa", NOW)).isEqualTo(CodeStore.Outcome.WRONG);
    assertThat(submit(node, id, "cc", NOW + 400)).isEqualTo(CodeStore.Outcome.ACCEPTED);
  }
}
