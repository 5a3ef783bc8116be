package org.sekisho.loginpolicy.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.core.Factor;

/**
 * What the rules say to a visit.
 *
 * @param outcome whether the user gets in
 * @param policy name of the policy that decided; empty where none did
 * @param zone which of the policy's rules decided; empty where the address is unknown
 * @param missing for {@link Outcome#ASK}: the slots still to be filled, in order
 * @param reason for {@link Outcome#DENY}: why
 */
public record Decision(
    Outcome outcome,
    Optional<String> policy,
    Optional<Zone> zone,
    List<Set<Factor>> missing,
    Optional<Reason> reason) {

  public enum Outcome {
    ALLOW,
    ASK,
    DENY
  }

  /** Where an address lies, as the tenant sees it. */
  public enum Zone {
    TRUSTED,
    OTHERS
  }

  /** Why somebody is refused. The names stand in events and answers: never rename one. */
  public enum Reason {
    /** The policy lets nobody in from the address. */
    ADDRESS_REFUSED,
    /** The server does not know where the client is. */
    ADDRESS_UNKNOWN,
    /** No policy matches, which a complete set of policies rules out. */
    NO_POLICY,
    /** The rules of the tenant are missing or cannot be read. */
    RULES_UNREADABLE,
    /** The policy asks for a factor that the user has not set up. */
    FACTOR_NOT_SET_UP,
    /** Factors are missing where nobody can be asked for them. */
    FACTORS_MISSING,
    /** The application is assigned to groups, and the user is in none of them. */
    NOT_ASSIGNED
  }

  public boolean isAllowed() {
    return outcome == Outcome.ALLOW;
  }

  public boolean isDenied() {
    return outcome == Outcome.DENY;
  }

  /** The factors of which one is to be proven next; empty where nothing is asked. */
  public Set<Factor> next() {
    return missing.isEmpty() ? Set.of() : missing.get(0);
  }

  public static Decision deny(Reason reason) {
    return new Decision(
        Outcome.DENY, Optional.empty(), Optional.empty(), List.of(), Optional.of(reason));
  }

  /** The same policy, and one of these factors besides. */
  public Decision askingFor(Set<Factor> factors) {
    return new Decision(Outcome.ASK, policy, zone, List.of(factors), Optional.empty());
  }

  /** The same policy, but what it asks for cannot be given. */
  public Decision refusedFor(Reason why) {
    return new Decision(Outcome.DENY, policy, zone, List.of(), Optional.of(why));
  }
}
