package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {

  private static final String DOMAIN = "sakura.example";

  private static TenantUser here(String name, String id) {
    return new TenantUser("key", name, id, true);
  }

  private static DirectoryUser there(String name, String id) {
    return new DirectoryUser(name, id, true);
  }

  private static List<String> lines(List<TenantUser> here, List<DirectoryUser> there) {
    return new Comparison(DOMAIN, Set.of("own.sakura.example"), here, there)
        .differences().stream().map(line -> line.userId() + " " + line.kind()).toList();
  }

  static Stream<Arguments> table() {
    TenantUser taro = here("taro@sakura.example", "T1");
    TenantUser disabled = new TenantUser("key", "taro@sakura.example", "T1", false);
    return Stream.of(
        Arguments.of(taro, there("taro@sakura.example", "T1"), null),
        Arguments.of(taro, there("Taro@Sakura.Example", "T1"), null),
        Arguments.of(taro, there("taro@sakura.example", "t1"), "IMMUTABLE_ID_DIFFERS"),
        Arguments.of(taro, there("taro@sakura.example", null), "IMMUTABLE_ID_MISSING_AT_MICROSOFT"),
        Arguments.of(
            here("taro@sakura.example", null),
            there("taro@sakura.example", "T1"),
            "IMMUTABLE_ID_MISSING_HERE"),
        Arguments.of(disabled, there("taro@sakura.example", "T1"), "DISABLED_HERE"),
        Arguments.of(disabled, new DirectoryUser("taro@sakura.example", "T1", false), null),
        Arguments.of(taro, there("tarou@sakura.example", "T1"), "USER_ID_DIFFERS"),
        Arguments.of(taro, there("taro@elsewhere.example", "T1"), "USER_ID_DIFFERS"),
        Arguments.of(taro, there("admin@x.onmicrosoft.com", null), "MISSING_AT_MICROSOFT"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void onePairIsJudged(TenantUser here, DirectoryUser there, String kind) {
    List<String> lines = lines(List.of(here), List.of(there));
    if (kind == null) {
      assertThat(lines).isEmpty();
    } else {
      assertThat(lines).singleElement().asString().endsWith(" " + kind);
    }
  }

  @Test
  void whoIsAtMicrosoftOnlyIsLockedOut() {
    List<Difference> found =
        new Comparison(DOMAIN, Set.of(), List.of(), List.of(there("jiro@sakura.example", "J1")))
            .differences();
    assertThat(found)
        .containsExactly(new Difference("jiro@sakura.example", Difference.Kind.MISSING_HERE));
    assertThat(found.get(0).locksOut()).isTrue();
    assertThat(Difference.Kind.MISSING_AT_MICROSOFT.locksOut()).isFalse();
  }

  @Test
  void anImmutableIdOfTwoIsOfNobody() {
    List<String> lines =
        lines(
            List.of(here("a@sakura.example", "S"), here("b@sakura.example", "B")),
            List.of(
                there("a@sakura.example", "S"),
                there("other@elsewhere.example", "S"),
                there("b@sakura.example", "B")));
    assertThat(lines).containsExactly("a@sakura.example IMMUTABLE_ID_AMBIGUOUS");
  }

  @Test
  void aSubdomainInheritsUnlessItIsFederatedItself() {
    List<String> lines =
        lines(
            List.of(),
            List.of(
                there("a@shop.sakura.example", "A"),
                there("b@own.sakura.example", "B"),
                there("c@deep.own.sakura.example", "C"),
                there("d@notsakura.example", "D")));
    assertThat(lines).containsExactly("a@shop.sakura.example SUBDOMAIN_INHERITS");
  }
}
