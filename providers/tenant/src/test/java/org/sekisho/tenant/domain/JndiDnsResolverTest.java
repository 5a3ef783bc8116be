package org.sekisho.tenant.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.testsupport.DnsStub;

class JndiDnsResolverTest {

  private static final String NAME = "_sekisho.sakura.example";

  /** How long the first try waits for an answer, in milliseconds; the second one twice as long. */
  private static final int PATIENCE = 2_000;

  private static final int SHORT = 100;

  private DnsStub dns;
  private JndiDnsResolver resolver;

  @BeforeEach
  void listen() throws IOException {
    dns = new DnsStub(0);
    resolver = new JndiDnsResolver(config("127.0.0.1:" + dns.port()));
  }

  @AfterEach
  void fallSilent() {
    dns.close();
  }

  private static JndiDnsConfig config(String... servers) {
    return config(PATIENCE, servers);
  }

  private static JndiDnsConfig config(int timeoutMillis, String... servers) {
    return new JndiDnsConfig(List.of(servers), timeoutMillis, 2, 1);
  }

  @Test
  void allTextsOfANameAreRead() throws DnsUnavailableException {
    dns.publish(NAME, "sekisho-verify=a1", "other");
    assertThat(resolver.texts(NAME)).containsExactlyInAnyOrder("sekisho-verify=a1", "other");
  }

  @Test
  void aNameThatIsNotThereOrHasNoSuchRecordHasNoTexts() throws DnsUnavailableException {
    assertThat(resolver.texts(NAME)).isEmpty();
    dns.publish(NAME);
    assertThat(resolver.texts(NAME)).isEmpty();
  }

  @Test
  void aFailureIsNotTakenForAMissingRecord() {
    dns.fail(NAME);
    assertThatThrownBy(() -> resolver.texts(NAME)).isInstanceOf(DnsUnavailableException.class);
  }

  @Test
  @Timeout(60)
  void whoNeverAnswersIsLeftAfterTheTries() throws InterruptedException {
    dns.fallSilent(NAME);
    resolver = new JndiDnsResolver(config(SHORT, "127.0.0.1:" + dns.port()));
    long begin = System.nanoTime();
    assertThatThrownBy(() -> resolver.texts(NAME)).isInstanceOf(DnsUnavailableException.class);
    // With the limits of the JDK itself it would be fifteen seconds.
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
    awaitQuestions(2);
    assertThat(dns.questions()).isEqualTo(2);
  }

  private void awaitQuestions(int least) throws InterruptedException {
    while (dns.questions() < least) {
      Thread.sleep(1);
    }
  }

  @Test
  void theNextServerIsAskedWhereTheFirstFails() throws Exception {
    dns.fallSilent(NAME);
    try (DnsStub second = new DnsStub(0)) {
      second.publish(NAME, "sekisho-verify=a1");
      resolver =
          new JndiDnsResolver(
              config(1_000, "127.0.0.1:" + dns.port(), "127.0.0.1:" + second.port()));
      assertThat(resolver.texts(NAME)).containsExactly("sekisho-verify=a1");
    }
  }

  @Test
  void moreThanTheAllowedLookUpsInFlightAreRefusedAtOnce() throws Exception {
    dns.fallSilent(NAME);
    dns.publish("_sekisho.other.example", "x");
    FutureTask<List<String>> first = new FutureTask<>(() -> resolver.texts(NAME));
    new Thread(first).start();
    awaitQuestions(1);
    assertThatThrownBy(() -> resolver.texts("_sekisho.other.example"))
        .isInstanceOf(DnsUnavailableException.class)
        .hasMessageContaining("too many");
    dns.speakAgain(NAME);
    assertThat(first.get()).isEmpty();
    assertThat(resolver.texts("_sekisho.other.example")).containsExactly("x");
  }

  @Test
  void onlyPartOfALongAnswerIsRead() throws DnsUnavailableException {
    dns.publish(NAME, "x".repeat(255), "y");
    assertThat(resolver.texts(NAME)).contains("y").allMatch(text -> text.length() <= 512);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ns.example", "127.0.0.1/x", "127.0.0.1 dns://evil", "::1", "[::1]x"})
  void aServerIsAnAddress(String server) {
    assertThatIllegalArgumentException().isThrownBy(() -> config(server));
  }

  @Test
  void withoutServersThoseOfTheMachineAreAsked() {
    assertThat(config().providerUrl()).isEqualTo("dns:");
    assertThat(config("192.0.2.1", "[2001:db8::1]:53").providerUrl())
        .isEqualTo("dns://192.0.2.1 dns://[2001:db8::1]:53");
  }
}
