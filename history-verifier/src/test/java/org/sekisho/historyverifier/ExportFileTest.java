package org.sekisho.historyverifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.historyseal.ExportLine;
import org.sekisho.historyseal.Finding;
import org.sekisho.historyseal.Finding.Kind;
import org.sekisho.historyseal.Seal;
import org.sekisho.historyseal.VerificationReport;

/** Lines of the sample: 0 header; 1 seal, 2-6 records; 7 seal, 8-12; 13 seal, 14-18; 19-20. */
class ExportFileTest {

  private SampleExport export;

  @BeforeEach
  void make() throws Exception {
    export = new SampleExport();
  }

  private VerificationReport verify() throws Exception {
    return verify(null);
  }

  private VerificationReport verify(String knownSeal) throws Exception {
    return ExportFile.verify(
        new StringReader(export.text()), TenantKeys.of(export.jwks()), knownSeal);
  }

  private List<Kind> kinds() throws Exception {
    return verify().findings().stream().map(Finding::kind).toList();
  }

  @Test
  void whatWasSealedAndNotTouchedIsIntact() throws Exception {
    VerificationReport report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.isIntact()).isTrue();
    assertThat(report.seals()).isEqualTo(3);
    assertThat(report.whole()).isEqualTo(15);
    assertThat(report.unsealed()).isEqualTo(2);
    assertThat(report.coveredUntil()).isEqualTo(SampleExport.BEGIN + 3 * SampleExport.PERIOD);
    assertThat(report.lastSealHash()).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, 203.0.113.8",
    "taro@, jiro@",
    "key-1, key-2",
    "SIGN_IN, SIGN_OFF",
    "mail-gateway, elsewhere",
    "Windows, Linux",
    "session-1, session-2",
    "00112233, 00112234",
  })
  void aChangedRecordIsNamed(String was, String is) throws Exception {
    export.lines.set(9, export.lines.get(9).replace(was, is));
    VerificationReport report = verify();
    assertThat(report.findings()).extracting(Finding::kind).containsExactly(Kind.RECORD_CHANGED);
    assertThat(report.findings().get(0).seal()).isEqualTo(2);
    assertThat(export.lines.get(9)).contains(report.findings().get(0).subject());
  }

  @Test
  void aRemovedRecordIsNamed() throws Exception {
    String removed = export.lines.remove(4);
    Finding finding = verify().findings().get(0);
    assertThat(finding.kind()).isEqualTo(Kind.RECORD_REMOVED);
    assertThat(removed).contains(finding.subject());
  }

  @Test
  void anInsertedRecordIsNamedWhereverItStands() throws Exception {
    String inside =
        SampleExport.json(
            ExportLine.of(
                SampleExport.record(
                    SampleExport.BEGIN + SampleExport.PERIOD + 1_500, "mallory@sakura.example")));
    export.lines.add(10, inside);
    assertThat(kinds()).containsExactly(Kind.RECORD_INSERTED);
    export.lines.remove(10);
    String between =
        SampleExport.json(
            ExportLine.of(
                SampleExport.record(
                    SampleExport.BEGIN + 2 * SampleExport.PERIOD, "mallory@sakura.example")));
    export.lines.add(13, between);
    assertThat(kinds()).contains(Kind.RECORD_INSERTED);
  }

  @Test
  void swappedRecordsAreNamed() throws Exception {
    Collections.swap(export.lines, 3, 4);
    assertThat(kinds()).containsExactly(Kind.RECORD_OUT_OF_ORDER);
  }

  @Test
  void aRemovedPeriodLeavesAGap() throws Exception {
    export.lines.subList(7, 13).clear();
    assertThat(kinds()).containsExactly(Kind.SEAL_MISSING);
  }

  @Test
  void anExportMayBeginWithALaterPeriod() throws Exception {
    export.lines.subList(1, 7).clear();
    VerificationReport report = verify();
    assertThat(report.isIntact()).isTrue();
    assertThat(report.firstSeal()).isEqualTo(2);
  }

  @Test
  void aFileThatIsCutOffIsNotIntact() throws Exception {
    String cut = export.text().substring(0, export.text().length() - 30);
    VerificationReport report =
        ExportFile.verify(new StringReader(cut), TenantKeys.of(export.jwks()), null);
    assertThat(report.findings()).extracting(Finding::kind).contains(Kind.CUT_OFF);
  }

  @Test
  void anotherListOfLeavesIsNotBelieved() throws Exception {
    String row = export.lines.get(9).replace("203.0.113.9", "203.0.113.8");
    String leaf = row.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    export.lines.set(9, row);
    export.lines.set(
        7, export.lines.get(7).replaceFirst(leaf + " [0-9a-f]{64}", leaf + " " + "a".repeat(64)));
    assertThat(kinds()).contains(Kind.LEAVES_CHANGED);
  }

  @Test
  void aSealOfAnotherKeyProvesNothing() throws Exception {
    RSAKey other = new RSAKeyGenerator(2048).keyID("k1").generate();
    Seal seal = new Seal(Seal.FORM, SampleExport.TENANT, 1, 0, SampleExport.BEGIN, 5, "00", null);
    String jws = SampleExport.sign(seal, other);
    export.lines.set(1, SampleExport.json(ExportLine.of(new ExportLine.Sealed(jws, List.of()))));
    assertThat(kinds()).contains(Kind.SIGNATURE_WRONG);
    RSAKey unknown = new RSAKeyGenerator(2048).keyID("k2").generate();
    jws = SampleExport.sign(seal, unknown);
    export.lines.set(1, SampleExport.json(ExportLine.of(new ExportLine.Sealed(jws, List.of()))));
    assertThat(kinds()).contains(Kind.KEY_UNKNOWN);
  }

  @Test
  void aSealOfAnotherTenantIsNone() throws Exception {
    export.lines.set(0, export.lines.get(0).replace(SampleExport.TENANT, "realm-2"));
    assertThat(kinds()).contains(Kind.SEAL_FOREIGN, Kind.RECORD_FOREIGN);
  }

  @Test
  void whatIsNoExportIsNoExport() throws Exception {
    export.lines.remove(0);
    assertThat(kinds()).contains(Kind.HEADER_MISSING);
    export.lines.add(3, "nonsense");
    assertThat(kinds()).contains(Kind.LINE_UNREADABLE);
  }

  private String leafOf(int line) {
    String id = export.lines.get(line).replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    return export.lines.get(7).replaceFirst(".*" + id + " ([0-9a-f]{64}).*", "$1");
  }

  @Test
  void aDeletedRecordTellsNothing() throws Exception {
    String row = export.lines.get(9);
    String beside = ",\"leaf\":\"" + leafOf(9) + "\"}}";
    export.lines.set(9, row.replace("taro@", "jiro@").replace("}}", beside));
    assertThat(kinds()).containsExactly(Kind.RECORD_CHANGED);
    String id = row.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    export.lines.set(
        9,
        "{\"record\":{\"id\":\"" + id + "\",\"tenant\":\"" + SampleExport.TENANT + "\"" + beside);
    assertThat(verify().isIntact()).isTrue();
    assertThat(verify().deleted()).isEqualTo(1);
  }

  @Test
  void aPseudonymIsNobodysUserId() throws Exception {
    String salt = "00112233445566778899aabbccddeeff";
    String commitment =
        SampleExport.record(SampleExport.BEGIN, "taro@sakura.example").userCommitment();
    String without =
        export
            .lines
            .get(9)
            .replace("\"salt\":\"" + salt + "\"", "\"commitment\":\"" + commitment + "\"");
    String name = "deleted-00000000-0000-4000-8000-000000000000";
    export.lines.set(9, without.replace("key-1", name).replace("taro@sakura.example", name));
    assertThat(verify().isIntact()).isTrue();
    assertThat(verify().pseudonymous()).isEqualTo(1);
    export.lines.set(9, without.replace("key-1", "key-2").replace("taro@", "jiro@"));
    assertThat(kinds()).containsExactly(Kind.RECORD_CHANGED);
  }

  @Test
  void recordsThatShouldHaveBeenSealedLongAgoAreMissed() throws Exception {
    String later = String.valueOf(SampleExport.BEGIN + 40 * SampleExport.PERIOD);
    export.lines.set(0, export.lines.get(0).replaceFirst("(\"exportedAt\":)[0-9]+", "$1" + later));
    assertThat(kinds()).containsExactly(Kind.SEAL_OVERDUE);
  }

  @Test
  void aSealThatWasKeptMustBeThere() throws Exception {
    String last = verify().lastSealHash();
    assertThat(verify(last).isIntact()).isTrue();
    export.lines.subList(13, 19).clear();
    assertThat(verify(last).findings()).extracting(Finding::kind).contains(Kind.SEAL_NOT_FOUND);
  }

  @Test
  void aTokenOfTheTenantIsNoSeal() throws Exception {
    Seal seal = new Seal(Seal.FORM, SampleExport.TENANT, 1, 0, SampleExport.BEGIN, 0, "00", null);
    String jws = SampleExport.sign(seal, export.key, "JWT");
    export.lines.set(1, SampleExport.json(ExportLine.of(new ExportLine.Sealed(jws, List.of()))));
    assertThat(kinds()).contains(Kind.SIGNATURE_WRONG);
  }

  @Test
  void aMemberSaidTwiceIsNotRead() throws Exception {
    String row = export.lines.get(9);
    export.lines.set(9, row.replace("\"kind\":", "\"kind\":\"SIGN_OFF\",\"kind\":"));
    assertThat(kinds()).contains(Kind.LINE_UNREADABLE);
  }
}
