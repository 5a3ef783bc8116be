package org.sekisho.certauthority;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sekisho.certauthority.keystore.StoredKey;
import org.sekisho.certauthority.keystore.WrappedKeyStore;

/** What the library may know, see docs/adr/0012. */
class DirectionsTest {

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.sekisho.certauthority");

  @Test
  void itKnowsJavaAndBouncyCastleOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.crypto..",
            "javax.security.auth.x500",
            "org.bouncycastle..",
            "org.sekisho.certauthority..")
        .check(LIBRARY);
  }

  @Test
  void itsPackagesDoNotGoInCircles() {
    slices().matching("org.sekisho.certauthority.(*)..").should().beFreeOfCycles().check(LIBRARY);
  }

  @Test
  void onlyTheCommandLineHasAClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.sekisho.certauthority.cli")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("org.sekisho.certauthority.cli")
        .check(LIBRARY);
  }

  /** The root's key is for the ceremony; nothing that a server needs reaches it. */
  @Test
  void onlyTheCommandLineTouchesTheRoot() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.sekisho.certauthority.cli", "org.sekisho.certauthority.root")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.sekisho.certauthority.root")
        .check(LIBRARY);
  }

  /** A server can sign with the keys of issuing CAs and never hand them out. */
  @Test
  void onlyTheCommandLineTakesKeysOut() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.sekisho.certauthority.cli")
        .should()
        .callMethod(WrappedKeyStore.class, "takeOut", Generation.class, StoredKey.class)
        .check(LIBRARY);
  }
}
