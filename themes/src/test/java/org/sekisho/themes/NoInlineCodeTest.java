package org.sekisho.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages run under {@code script-src 'self'; style-src 'self'; img-src 'self' data:}. Inline
 * code would not fail loudly in a browser, it would just do nothing, so the templates are read
 * here.
 */
class NoInlineCodeTest {

  /** Stock templates with inline code that no realm of ours can show; each with its reason. */
  private static final Map<String, String> NOT_REACHABLE =
      Map.of(
          "register.ftl", "self-registration is off in every tenant",
          "register-commons.ftl", "part of register.ftl",
          "login-passkeys-conditional-authenticate.ftl", "no flow of ours uses that authenticator",
          "cli_splash.ftl", "plain text for terminals");

  private static final Map<String, Pattern> FORBIDDEN =
      Map.of(
          "script without src", Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>", flags()),
          "import map", Pattern.compile("type\\s*=\\s*[\"']importmap", flags()),
          "style element", Pattern.compile("<style[\\s>]", flags()),
          "style attribute", Pattern.compile("[\\s\"']style\\s*=", flags()),
          "event attribute", Pattern.compile("[\\s\"']on[a-z]+\\s*=\\s*[\"'$]", flags()),
          "javascript: address", Pattern.compile("javascript:", flags()),
          "address on another host",
              Pattern.compile("(?:src|srcset)\\s*=\\s*[\"'](?:https?:)?//", flags()),
          "picture chosen by the client",
              Pattern.compile("<img[^>]*src\\s*=\\s*[\"']\\$\\{client\\.", flags()),
          "base element", Pattern.compile("<base[\\s>]", flags()),
          "plug-in", Pattern.compile("<(?:object|embed|applet)[\\s>]", flags()));

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  @Test
  void noTemplateThatAUserCanMeetHasInlineCode() {
    Map<String, String> templates = new TreeMap<>(LoginTheme.effectiveTemplates());
    templates.keySet().removeAll(NOT_REACHABLE.keySet());

    assertThat(templates).hasSizeGreaterThan(40);
    Map<String, List<String>> found = new TreeMap<>();
    templates.forEach((name, text) -> found.put(name, findings(text)));
    found.values().removeIf(List::isEmpty);
    assertThat(found).isEmpty();
  }

  @Test
  void keycloakFindsNoPlaceForTheHistoryScriptThatItWritesIntoAnswersToForms() {
    assertThat(LoginTheme.ownTemplates().get("template.ftl")).doesNotContainIgnoringCase("</head>");
    assertThat(LoginTheme.ownFiles("resources/js/sekisho", ".js").get("page.js"))
        .contains("history.replaceState");
  }

  @Test
  void noOwnTemplateIsExcused() {
    assertThat(LoginTheme.ownTemplates().keySet()).doesNotContainAnyElementsOf(excused());
  }

  @Test
  void theExcusesAreStillNeeded() {
    assertThat(LoginTheme.effectiveTemplates().keySet()).containsAll(excused());
  }

  @Test
  void everyPageOfTheSignInExists() {
    assertThat(LoginTheme.ownTemplates().keySet())
        .contains(
            "sekisho-user-id.ftl",
            "sekisho-password.ftl",
            "sekisho-phone-number.ftl",
            "sekisho-sms-code.ftl",
            "sekisho-recovery-offer.ftl",
            "sekisho-password-expiry-notice.ftl",
            "sekisho-message.ftl",
            "login-update-password.ftl");
  }

  @Test
  void scriptsMakeNoCodeAndNoStyleOutOfText() {
    Pattern risky =
        Pattern.compile(
            "\\beval\\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\\.write|setAttribute\\(\"style|from \"[^./]");
    assertThat(LoginTheme.ownFiles("resources/js/sekisho", ".js"))
        .isNotEmpty()
        .allSatisfy((name, text) -> assertThat(risky.matcher(text).find()).as(name).isFalse());
  }

  @Test
  void theStyleSheetLoadsNothingFromElsewhere() {
    assertThat(LoginTheme.ownFiles("resources/css", ".css"))
        .isNotEmpty()
        .allSatisfy(
            (name, text) ->
                assertThat(text).as(name).doesNotContain("@import", "http:", "https:", "url(\"//"));
  }

  @Test
  void drawingsCarryNoCodeAndNoStyle() {
    Pattern active = Pattern.compile("<script|<style|\\sstyle=|\\son[a-z]+=|<foreignObject|href=");
    assertThat(LoginTheme.ownFiles("resources/img", ".svg"))
        .isNotEmpty()
        .allSatisfy((name, text) -> assertThat(active.matcher(text).find()).as(name).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>x()</script>",
        "<script type=\"module\">import x</script>",
        "<script type=\"importmap\" src=\"x\"></script>",
        "<p style=\"color:red\">",
        "<p class=\"a\"style='x'>",
        "<form onsubmit=\"return true\">",
        "<a href=\"javascript:void 0\">",
        "<style>p{}</style>",
        "<img src=\"https://example.org/x.png\">",
        "<img src=\"${client.attributes.logoUri}\"/>"
      })
  void theReaderFindsWhatItLooksFor(String html) {
    assertThat(findings(html)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type=\"module\" src=\"${url.resourcesPath}/js/x.js\"></script>",
        "<link href=\"x.css\" rel=\"stylesheet\">",
        "<#list styles as style>${style}</#list>",
        "<img src=\"data:image/png;base64,AAAA\" alt=\"\">"
      })
  void theReaderLetsTheRestBe(String html) {
    assertThat(findings(html)).isEmpty();
  }

  private static List<String> findings(String text) {
    return FORBIDDEN.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> excused() {
    return NOT_REACHABLE.keySet();
  }
}
