package org.sekisho.historyseal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What is signed of a period: the payload of a JWS (RFC 7515) with the algorithm RS256 and the
 * tenant's key.
 *
 * @param form {@link #FORM}
 * @param tenant identifier of the realm
 * @param number from 1, without gaps
 * @param from the time at which the period begins: where the one before has ended; milliseconds
 *     since the epoch, as {@code to}
 * @param to the time before which all of its records were made
 * @param count how many records there are
 * @param root of the hash tree over their leaves in the order of their identifiers, 64 hexadecimal
 *     digits
 * @param previous {@link #hashOf} the JWS before this one; null for the first
 */
public record Seal(
    String form,
    String tenant,
    long number,
    long from,
    long to,
    long count,
    String root,
    String previous) {

  public static final String FORM = "sekisho-history-seal-1";

  /** How a seal names the one before it: SHA-256 of the compact JWS, hexadecimal. */
  public static String hashOf(String jws) {
    return HexFormat.of().formatHex(Sha256.begin().digest(jws.getBytes(StandardCharsets.US_ASCII)));
  }
}
