package org.sekisho.historyseal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.sekisho.historyseal.Finding.Kind;
import org.sekisho.historyseal.SealCheck.NotSealedException;

/**
 * Verifies an export line by line; keeps one period at a time, so its length does not matter. Pure.
 */
public final class ExportVerifier {

  /** A period has at most a day; it is sealed at most an hour later, and a round takes a while. */
  private static final long SEALED_WITHIN = Duration.ofHours(26).toMillis();

  private final SealCheck check;
  private final String knownSeal;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> behindTheSeal = new ArrayList<>();

  private ExportLine.Header header;
  private SealedPeriod period;
  private String lastJws;
  private String lastId = "";
  private long findingCount;
  private long seals;
  private long firstSeal;
  private long whole;
  private long pseudonymous;
  private long deleted;
  private long unsealed;
  private boolean overdue;
  private boolean knownSealWasMet;

  /**
   * Begins a verification.
   *
   * @param knownSeal the hash of a seal that somebody has kept; null for none
   */
  public ExportVerifier(SealCheck check, String knownSeal) {
    this.check = check;
    this.knownSeal = knownSeal;
  }

  /** Takes the next line. */
  public void add(ExportLine line) {
    if (header == null) {
      begin(line);
    } else if (line.seal() != null) {
      endPeriod();
      beginPeriod(line.seal());
    } else if (line.record() != null && line.record().id() != null) {
      record(line.record());
    } else {
      find(Kind.LINE_UNREADABLE, null);
    }
  }

  /** Notes a line that is none of an export. */
  public void unreadable(long lineNumber) {
    find(Kind.LINE_UNREADABLE, String.valueOf(lineNumber));
  }

  /**
   * Ends the verification.
   *
   * @param cutOff whether the file ends in the middle of a line
   */
  public VerificationReport finish(boolean cutOff) {
    endPeriod();
    if (header == null) {
      find(Kind.HEADER_MISSING, null);
    }
    if (cutOff) {
      find(Kind.CUT_OFF, null);
    }
    if (overdue) {
      find(Kind.SEAL_OVERDUE, null);
    }
    if (knownSeal != null && !knownSealWasMet) {
      find(Kind.SEAL_NOT_FOUND, knownSeal);
    }
    return new VerificationReport(
        header == null ? null : header.name(),
        seals,
        firstSeal,
        whole,
        pseudonymous,
        deleted,
        unsealed,
        period == null ? 0 : period.seal().to(),
        lastJws == null ? null : Seal.hashOf(lastJws),
        List.copyOf(findings),
        findingCount);
  }

  private void begin(ExportLine line) {
    ExportLine.Header first = line.header();
    boolean right = first != null && ExportLine.Header.FORM.equals(first.form());
    header = right ? first : new ExportLine.Header(null, null, null, 0);
    if (!right) {
      find(Kind.HEADER_MISSING, null);
    }
  }

  private void beginPeriod(ExportLine.Sealed sealed) {
    // Nothing lies between two periods: what stood behind the last one was put there.
    behindTheSeal.forEach(id -> find(Kind.RECORD_INSERTED, id));
    behindTheSeal.clear();
    unsealed = 0;
    overdue = false;
    try {
      Seal seal = check.open(sealed.jws());
      compareWithTheOneBefore(seal);
      period = new SealedPeriod(seal, sealed.leaves());
      seals++;
      firstSeal = firstSeal == 0 ? seal.number() : firstSeal;
      if (!period.leavesAreRight()) {
        find(Kind.LEAVES_CHANGED, null);
      }
    } catch (NotSealedException worthless) {
      find(worthless.kind(), null);
    }
    lastJws = sealed.jws();
    knownSealWasMet |= lastJws != null && Seal.hashOf(lastJws).equals(knownSeal);
  }

  private void compareWithTheOneBefore(Seal seal) {
    boolean ours = Seal.FORM.equals(seal.form()) && Objects.equals(seal.tenant(), header.tenant());
    if (!ours) {
      findings(Kind.SEAL_FOREIGN, seal.number(), null);
    }
    boolean follows =
        period == null
            ? lastJws == null
            : seal.number() == period.seal().number() + 1
                && seal.from() == period.seal().to()
                && Seal.hashOf(lastJws).equals(seal.previous());
    boolean first = seal.number() != 1 || (seal.previous() == null && seal.from() == 0);
    if (!follows || !first) {
      findings(Kind.SEAL_MISSING, seal.number(), null);
    }
  }

  private void record(SealedRecord row) {
    if (row.id().compareTo(lastId) <= 0) {
      find(Kind.RECORD_OUT_OF_ORDER, row.id());
    }
    lastId = row.id();
    if (row.tenant() != null && !row.tenant().equals(header.tenant())) {
      find(Kind.RECORD_FOREIGN, row.id());
    }
    String sealed = period == null ? null : period.meet(row.id());
    if (sealed != null) {
      compare(row, sealed);
    } else if (period == null || timeOf(row) >= period.seal().to()) {
      unsealed++;
      overdue |= timeOf(row) < header.exportedAt() - SEALED_WITHIN;
      if (behindTheSeal.size() < VerificationReport.MOST_FINDINGS) {
        behindTheSeal.add(row.id());
      }
    } else {
      find(Kind.RECORD_INSERTED, row.id());
    }
  }

  private void compare(SealedRecord row, String sealed) {
    if (!row.hasTheFormOfItsState() || !leafOf(row).equals(sealed)) {
      find(Kind.RECORD_CHANGED, row.id());
      return;
    }
    switch (row.state()) {
      case WHOLE -> whole++;
      case PSEUDONYMOUS -> pseudonymous++;
      case DELETED -> deleted++;
    }
  }

  private static String leafOf(SealedRecord row) {
    try {
      return HexFormat.of().formatHex(row.leafHash());
    } catch (IllegalArgumentException noHash) {
      return "";
    }
  }

  private static long timeOf(SealedRecord row) {
    try {
      return UuidV7.timeOf(row.id());
    } catch (IllegalArgumentException noIdentifier) {
      return 0;
    }
  }

  private void endPeriod() {
    if (period != null) {
      period.missing().forEach(id -> find(Kind.RECORD_REMOVED, id));
      period.missing().clear();
    }
  }

  private void find(Kind kind, String subject) {
    findings(kind, period == null ? 0 : period.seal().number(), subject);
  }

  private void findings(Kind kind, long seal, String subject) {
    findingCount++;
    if (findings.size() < VerificationReport.MOST_FINDINGS) {
      findings.add(new Finding(kind, seal, subject));
    }
  }
}
