package org.sekisho.loginhistory.record;

import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.core.Factor;

/**
 * One record of the history. Fields that do not apply are null.
 *
 * @param id UUIDv7 (RFC 9562 §5.7): its order is the order of recording, and its time the time of
 *     recording
 * @param at when it happened, in milliseconds since the epoch
 * @param userKey Keycloak's identifier of the user
 * @param userId the user ID as it was then
 * @param address canonical text of the address
 * @param application client identifier
 * @param factors names of the factors proven, comma-separated
 * @param reason stable code, see {@code docs/login-history.md}
 * @param rule name of the login policy that decided
 * @param certificate serial number of the device certificate
 */
public record LoginRecord(
    String id,
    String realmId,
    long at,
    RecordKind kind,
    String userKey,
    String userId,
    String address,
    Device device,
    String application,
    String protocol,
    String factors,
    String failedFactor,
    String reason,
    String reference,
    String rule,
    String zone,
    String sessionId,
    String certificate) {

  public static String factors(Set<Factor> proven) {
    return proven.isEmpty()
        ? null
        : proven.stream().map(Factor::name).sorted().collect(Collectors.joining(","));
  }
}
