package org.sekisho.loginpolicy.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerFilterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer a.b.c",
        "bearer a.b.c",
        "BEARER   a.b.c",
        "DPoP a.b.c",
        "Bearer\ta.b.c",
        "Basic dXNlcg==,Bearer a.b.c",
        "Bearer a.b.c,Bearer nonsense",
        " Bearer a.b.c "
      })
  void aTokenIsFoundHoweverItIsWrapped(String header) {
    assertThat(BearerFilter.candidates(List.of(header))).containsExactly("a.b.c");
  }

  @Test
  void noTokenHidesBehindAnother() {
    assertThat(BearerFilter.candidates(List.of("Bearer a.b.c", "Bearer d.e.f")))
        .containsExactly("a.b.c", "d.e.f");
  }

  @Test
  void whatIsNoTokenIsLeftAlone() {
    assertThat(BearerFilter.candidates(List.of("Basic dXNlcjpwYXNz", "Bearer opaque"))).isEmpty();
  }
}
