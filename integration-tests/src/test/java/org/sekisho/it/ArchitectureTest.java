package org.sekisho.it;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.keystore.StoredKey;
import org.sekisho.certauthority.keystore.WrappedKeyStore;

/** The directions between the modules, see docs/adr and CONTRIBUTING.md. */
class ArchitectureTest {

  private static final Path REPOSITORY = Path.of(System.getProperty("sekisho.repository"));
  private static final int LONGEST_FILE = 260;

  private static final Set<String> USED_BY_SETTINGS =
      Set.of(
          "org.sekisho.network",
          "org.sekisho.loginpolicy",
          "org.sekisho.loginpolicy.decision",
          "org.sekisho.loginpolicy.rules",
          "org.sekisho.loginhistory.keep",
          "org.sekisho.loginhistory.query",
          "org.sekisho.loginhistory.record",
          "org.sekisho.devicecertificate.rules",
          "org.sekisho.tenant.plan",
          "org.sekisho.tenant.register");

  private static JavaClasses providers;

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> modules = Files.list(REPOSITORY.resolve("providers"))) {
      List<Path> built =
          modules.map(module -> module.resolve("target/classes")).filter(Files::exists).toList();
      providers = new ClassFileImporter().importPaths(built);
    }
    assertThat(providers).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpolicy",
        "loginpolicy",
        "loginhistory",
        "smsotp",
        "federation",
        "portal",
        "network",
        "mail",
        "tenant",
        "settings",
        "devicecertificate"
      })
  void aProviderUsesItselfCoreAndNoOther(String module) {
    noClasses()
        .that()
        .resideInAPackage("org.sekisho." + module + "..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "belong to another provider",
                used ->
                    used.getPackageName().startsWith("org.sekisho.")
                        && !used.getPackageName().startsWith("org.sekisho." + module)
                        && !mayUse(module, used.getPackageName())
                        && !used.getPackageName().startsWith("org.sekisho.core")))
        .check(providers);
  }

  /** What {@code docs} of the layout names: a module's public packages, never its internals. */
  private static boolean mayUse(String module, String used) {
    return switch (module) {
      case "loginpolicy", "smsotp" -> used.equals("org.sekisho.network");
      case "loginhistory" ->
          used.equals("org.sekisho.network") || used.equals("org.sekisho.historyseal");
      case "devicecertificate" ->
          used.equals("org.sekisho.network") || used.startsWith("org.sekisho.certauthority");
      case "federation" ->
          used.equals("org.sekisho.tenant.plan") || used.equals("org.sekisho.tenant.register");
      case "settings" -> USED_BY_SETTINGS.contains(used);
      default -> false;
    };
  }

  @Test
  void coreUsesNoOtherProvider() {
    noClasses()
        .that()
        .resideInAPackage("org.sekisho.core..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "belong to another provider",
                used ->
                    used.getPackageName().startsWith("org.sekisho.")
                        && !used.getPackageName().startsWith("org.sekisho.core")))
        .check(providers);
  }

  @Test
  void twilioIsKnownInOnePackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.sekisho.smsotp.sender..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.twilio..")
        .check(providers);
  }

  @Test
  void theSecuritySumsAreFreeOfKeycloak() {
    classes()
        .that()
        .haveSimpleName("OneTimeCode")
        .or()
        .haveSimpleName("SendLimits")
        .or()
        .haveSimpleName("PhoneNumber")
        .or()
        .haveSimpleName("PasswordRules")
        .or()
        .haveSimpleName("CommonPasswords")
        .or()
        .resideInAPackage("org.sekisho.loginpolicy.decision")
        .or()
        .haveSimpleName("RulesPointer")
        .or()
        .haveSimpleName("Microsoft365Admission")
        .or()
        .haveSimpleName("ProvenFactors")
        .or()
        .haveSimpleName("TenantRules")
        .or()
        .haveSimpleName("NetworkSet")
        .or()
        .haveSimpleName("TrustedNetworks")
        .or()
        .haveSimpleName("OwnDomainRules")
        .or()
        .haveSimpleName("Standing")
        .or()
        .haveSimpleName("Comparison")
        .or()
        .haveSimpleName("DomainState")
        .or()
        .haveSimpleName("RolloverStep")
        .or()
        .haveSimpleName("Preflight")
        .or()
        .haveSimpleName("Abandonment")
        .or()
        .haveSimpleName("Drift")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("org.keycloak..", "jakarta..")
        .check(providers);
  }

  /** Who reads it elsewhere counts or compares another address than the rules do. */
  @Test
  void oneClassReadsTheClientsAddress() {
    noClasses()
        .that()
        .doNotHaveSimpleName("ClientAddress")
        .should()
        .callMethodWhere(target(nameMatching("getRemote(Addr|Host)")))
        .check(providers);
  }

  @Test
  void onlyThreeClassesCompareSecrets() {
    noClasses()
        .that()
        .doNotHaveSimpleName("OneTimeCode")
        .and()
        .doNotHaveSimpleName("ProofRecord")
        .and()
        .doNotHaveSimpleName("EnrolmentSecrets")
        .should()
        .callMethod(java.security.MessageDigest.class, "isEqual", byte[].class, byte[].class)
        .check(providers);
  }

  /** Whoever has the server has its signatures, and not the keys themselves. */
  @Test
  void noProviderTakesKeysOfIssuingCasOut() {
    noClasses()
        .should()
        .callMethod(WrappedKeyStore.class, "takeOut", Generation.class, StoredKey.class)
        .check(providers);
  }

  /** Keycloak's timer knows a task by its simple name: the second of a name stops the first. */
  @Test
  void scheduledTasksHaveNamesOfTheirOwn() {
    assertThat(
            providers.stream()
                .filter(type -> type.isAssignableTo("org.keycloak.timer.ScheduledTask"))
                .map(JavaClass::getSimpleName))
        .hasSizeGreaterThan(5)
        .doesNotHaveDuplicates();
  }

  @Test
  void filesStaySmall() throws IOException {
    for (String part : List.of("providers", "cert-authority")) {
      filesStaySmall(REPOSITORY.resolve(part));
    }
  }

  private static void filesStaySmall(Path part) throws IOException {
    try (Stream<Path> files = Files.walk(part)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      for (Path source : sources) {
        if (source.toString().contains("/src/main/")) {
          assertThat(Files.readAllLines(source))
              .as(source.toString())
              .hasSizeLessThan(LONGEST_FILE);
        }
      }
    }
  }
}
