package org.sekisho.tenant.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.testsupport.DnsStub;

class JndiDnsResolverTest {

  private static final String NAME = "_sekisho.sakura.example";

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
    return new JndiDnsConfig(List.of(servers), 100, 2, 1);
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
  @Timeout(5)
  void whoNeverAnswersIsLeftAfterTheTries() {
    dns.fallSilent(NAME);
    long begin = System.nanoTime();
    assertThatThrownBy(() -> resolver.texts(NAME)).isInstanceOf(DnsUnavailableException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    assertThat(dns.questions()).isEqualTo(2);
  }

  @Test
  void theNextServerIsAskedWhereTheFirstFails() throws Exception {
    dns.fallSilent(NAME);
    try (DnsStub second = new DnsStub(0)) {
      second.publish(NAME, "sekisho-verify=a1");
      resolver =
          new JndiDnsResolver(config("127.0.0.1:" + dns.port(), "127.0.0.1:" + second.port()));
      assertThat(resolver.texts(NAME)).containsExactly("sekisho-verify=a1");
    }
  }

  @Test
  void moreThanTheAllowedLookUpsInFlightAreRefusedAtOnce() throws Exception {
    dns.fallSilent(NAME);
    dns.publish("_sekisho.other.example", "x");
    Thread first = new Thread(() -> assertThatThrownBy(() -> resolver.texts(NAME)));
    first.start();
    while (dns.questions() == 0) {
      Thread.sleep(1);
    }
    assertThatThrownBy(() -> resolver.texts("_sekisho.other.example"))
        .isInstanceOf(DnsUnavailableException.class)
        .hasMessageContaining("too many");
    first.join();
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
