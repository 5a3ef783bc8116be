package org.sekisho.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?:'')*(?!')");
  private static final Pattern USED_KEY = Pattern.compile("msg\\(\"([^\"$]+)\"\\s*[,)]");

  /** The buttons macro looks its label up itself. */
  private static final Pattern USED_LABEL =
      Pattern.compile("<@buttons\\.button(?:Link)?\\b[^>]*?\\slabel=\"([^\"$]+)\"");

  /** What our Java code names in errors; it cannot see this bundle at compile time. */
  private static final List<String> KEYS_OF_JAVA_CODE =
      List.of(
          "sekishoUserIdMissing",
          "sekishoUserIdMalformed",
          "sekishoUserIdForeignDomain",
          "sekishoEntryDomainUnknown",
          "sekishoPasswordMissing",
          "sekishoCodeMissing",
          "sekishoCodeWrong",
          "sekishoCodeExpired",
          "sekishoCodeTriesUsedUp",
          "sekishoCodeWaitBeforeResend",
          "sekishoCodeSendLimit",
          "sekishoCodeSendFailed",
          "sekishoCodeNotSent",
          "sekishoPhoneMissing",
          "sekishoPhoneInvalid",
          "sekishoPhoneNotMobile",
          "sekishoPhoneCountryNotAllowed",
          "sekishoSignInRefused",
          "sekishoImmutableIdMissing",
          "sekishoDomainNotFederated",
          "sekishoAccountLinkAmbiguous",
          "sekishoPassiveSignInNotPossible",
          "sekishoFactorsMissing",
          "sekishoAddressRefused",
          "sekishoAddressUnknown",
          "sekishoRulesUnreadable",
          "sekishoFactorNotSetUp",
          "sekishoRequestMalformed",
          "sekishoRequestExpired",
          "sekishoRequestClock",
          "sekishoRequestReplayed",
          "sekishoRequestSignature",
          "sekishoNotAssigned",
          // Keycloak's own words, see CredentialRemoval.
          "Credential type cannot be removed",
          "sms-otp-display-name",
          "sms-otp-help-text",
          "sekisho.profile.yomi",
          "sekisho.profile.company",
          "sekisho.profile.department",
          "sekisho.profile.title",
          "sekisho.profile.phone");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(keys("ja")).isEqualTo(keys("en"));
  }

  @Test
  void bothLanguagesHaveTheSamePlaceholders() {
    Properties ja = LoginTheme.ownMessages("ja");
    Properties en = LoginTheme.ownMessages("en");
    assertThat(keys("ja"))
        .allSatisfy(
            key ->
                assertThat(placeholders(ja.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(en.getProperty(key))));
  }

  @Test
  void replacedKeycloakMessagesTakeNoMoreArgumentsThanKeycloakGives() {
    Properties own = LoginTheme.ownMessages("en");
    Properties keycloak = LoginTheme.keycloakMessages("en");
    assertThat(keys("en").stream().filter(keycloak::containsKey))
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(placeholders(keycloak.getProperty(key)))
                    .as(key)
                    .containsAll(placeholders(own.getProperty(key))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void everyMessageSaysSomethingAndCanBeFormatted(String language) {
    Properties messages = LoginTheme.ownMessages(language);
    Object[] arguments = {"A", "B", "C", "D"};
    assertThat(keys(language))
        .allSatisfy(
            key -> {
              String pattern = messages.getProperty(key);
              String text =
                  new MessageFormat(pattern, Locale.forLanguageTag(language)).format(arguments);
              assertThat(text).as(key).isNotBlank().doesNotContain("{", "}");
              assertThat(LONE_APOSTROPHE.matcher(pattern).find()).as(key).isFalse();
            });
  }

  @Test
  void everyKeyThatAnOwnTemplateUsesExists() {
    Set<String> known = new HashSet<>(keys("en"));
    known.addAll(LoginTheme.keycloakMessages("en").stringPropertyNames());
    assertThat(usedKeys()).hasSizeGreaterThan(60).isSubsetOf(known);
  }

  @Test
  void everyKeyThatAnOwnTemplateUsesExistsInJapanese() {
    Set<String> known = new HashSet<>(keys("ja"));
    known.addAll(LoginTheme.keycloakMessages("ja").stringPropertyNames());
    assertThat(usedKeys()).isSubsetOf(known);
  }

  @Test
  void everyOwnPageTextIsUsed() {
    Set<String> dynamic =
        Set.of(
            "sekisho.alert.error",
            "sekisho.alert.warning",
            "sekisho.alert.info",
            "sekisho.alert.success");
    assertThat(keys("ja").stream().filter(key -> key.startsWith("sekisho.")))
        .filteredOn(key -> !key.startsWith("sekisho.profile.") && !dynamic.contains(key))
        .filteredOn(key -> !key.matches("sekisho\\.device\\.(fault|remedy).*"))
        .isSubsetOf(usedKeys());
  }

  @Test
  void whatJavaCodeNamesIsHere() {
    assertThat(keys("ja")).containsAll(KEYS_OF_JAVA_CODE);
  }

  /** The faults of the step that checks devices, as it names them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Missing",
        "Foreign",
        "Expired",
        "Revoked",
        "NotOwn",
        "OtherPlatform",
        "Stale",
        "Off"
      })
  void eachFaultOfADeviceHasItsTextAndItsRemedy(String fault) {
    assertThat(keys("ja"))
        .contains("sekisho.device.fault" + fault, "sekisho.device.remedy" + fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void aStrangerCannotTellUnknownWrongDisabledAndLockedApart(String language) {
    Properties messages = LoginTheme.ownMessages(language);
    assertThat(
            List.of(
                messages.getProperty("invalidUserMessage"),
                messages.getProperty("invalidUsernameMessage"),
                messages.getProperty("invalidUsernameOrEmailMessage"),
                messages.getProperty("invalidPasswordMessage"),
                messages.getProperty("accountDisabledMessage"),
                messages.getProperty("accountTemporarilyDisabledMessage"),
                messages.getProperty("accountPermanentlyDisabledMessage")))
        .containsOnly(messages.getProperty("invalidUserMessage"));
    assertThat(
            List.of(
                messages.getProperty("accountTemporarilyDisabledMessageTotp"),
                messages.getProperty("accountPermanentlyDisabledMessageTotp")))
        .containsOnly(messages.getProperty("invalidTotpMessage"));
  }

  private static Set<String> keys(String language) {
    return new TreeSet<>(LoginTheme.ownMessages(language).stringPropertyNames());
  }

  private static Set<String> placeholders(String pattern) {
    return PLACEHOLDER
        .matcher(pattern)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> usedKeys() {
    Set<String> used = new TreeSet<>();
    for (String template : LoginTheme.ownTemplates().values()) {
      for (Pattern pattern : List.of(USED_KEY, USED_LABEL)) {
        pattern.matcher(template).results().forEach(found -> used.add(found.group(1)));
      }
    }
    // "loginTotp." + type
    used.removeIf(key -> key.endsWith("."));
    return used;
  }
}
