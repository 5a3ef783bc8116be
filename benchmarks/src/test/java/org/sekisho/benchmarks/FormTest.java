package org.sekisho.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormTest {

  private static final String PAGE =
      """
      <form id="language" action="/other"><select name="locale"></select></form>
      <form id="sign-in" method="post"
            action="http://localhost:1/login?a=1&amp;b=2">
        <input name="password" type="password">
        <input value="v&amp;w" type="hidden" name="credentialId">
      </form>
      """;

  @Test
  void theFormWithTheFieldIsFound() {
    Form form = Form.in(PAGE, Set.of("password"));
    assertThat(form.action()).isEqualTo("http://localhost:1/login?a=1&b=2");
    assertThat(form.hidden()).isEqualTo(Map.of("credentialId", "v&w"));
  }

  @Test
  void aPageWithoutTheFieldIsShown() {
    assertThatThrownBy(() -> Form.in(PAGE, Set.of("otp"))).hasMessageContaining("credentialId");
  }
}
