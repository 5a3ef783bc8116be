package org.sekisho.historyseal;

import java.util.List;

/**
 * What came out.
 *
 * @param tenant name of the tenant; null where there is no header
 * @param seals how many were verified
 * @param firstSeal number of the first one: what lies before it was not looked at
 * @param whole how many sealed records are as they were written
 * @param pseudonymous how many have a pseudonym instead of the user
 * @param deleted of how many nothing but the hash is left
 * @param unsealed how many lie behind the last seal: nothing is said about them
 * @param coveredUntil the end of the last period; milliseconds since the epoch
 * @param lastSealHash to be kept somewhere else: it shows later that nothing was sealed anew
 * @param findings the first of them, at most {@link #MOST_FINDINGS}
 * @param findingCount how many there are
 */
public record VerificationReport(
    String tenant,
    long seals,
    long firstSeal,
    long whole,
    long pseudonymous,
    long deleted,
    long unsealed,
    long coveredUntil,
    String lastSealHash,
    List<Finding> findings,
    long findingCount) {

  public static final int MOST_FINDINGS = 100;

  public boolean isIntact() {
    return findingCount == 0;
  }
}
