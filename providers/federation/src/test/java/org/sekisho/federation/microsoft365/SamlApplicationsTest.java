package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamlApplicationsTest {

  private static SamlApplications of(String... names) {
    return new SamlApplications(
        Stream.of(names).map(name -> new SamlApplications.Application(name, name)).toList());
  }

  @Test
  void whatWasSaidOfOtherApplicationsDoesNotCount() {
    SamlApplications mail = of("mail");
    assertThat(mail.areThoseOf(null)).isFalse();
    assertThat(mail.areThoseOf(mail.fingerprint())).isTrue();
    assertThat(of("mail", "wiki").areThoseOf(mail.fingerprint())).isFalse();
  }

  @Test
  void whereThereAreNoneNobodyIsWaitedFor() {
    assertThat(new SamlApplications(List.of()).areThoseOf(null)).isTrue();
  }
}
