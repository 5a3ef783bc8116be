package org.sekisho.federation.request;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sekisho.core.Assurance;

/**
 * RequestedAuthnContext (SAML core 3.3.2.2.1): what a sign-in has to prove, and which class is
 * answered. A class is answered only where it is true of what was proven. Pure.
 *
 * @param comparison what is to be compared how
 * @param classes as asked for, the most welcome first; empty where nothing was asked for
 */
public record RequestedContext(Comparison comparison, List<String> classes) {

  public static final String MULTIPLE_AUTHN = "http://schemas.microsoft.com/claims/multipleauthn";
  public static final String REFEDS_MFA = "https://refeds.org/profile/mfa";
  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:ac:classes:";
  public static final String PASSWORD_PROTECTED_TRANSPORT = SAML + "PasswordProtectedTransport";
  public static final String PASSWORD = SAML + "Password";
  public static final String UNSPECIFIED = SAML + "unspecified";

  public static final RequestedContext NONE = new RequestedContext(Comparison.EXACT, List.of());

  private static final Map<String, Assurance> KNOWN =
      Map.of(
          MULTIPLE_AUTHN, Assurance.MULTI_FACTOR,
          REFEDS_MFA, Assurance.MULTI_FACTOR,
          PASSWORD_PROTECTED_TRANSPORT, Assurance.PASSWORD,
          PASSWORD, Assurance.PASSWORD,
          UNSPECIFIED, Assurance.NONE);

  private static final String SEPARATOR = " ";

  /** How the class of the answer is to relate to those asked for. */
  public enum Comparison {
    EXACT,
    MINIMUM,
    MAXIMUM,
    BETTER
  }

  public RequestedContext {
    classes = List.copyOf(classes);
  }

  /**
   * What has to be proven, beyond what the login policy asks.
   *
   * @return empty where no sign-in here can satisfy the request
   */
  public Optional<Assurance> demanded() {
    if (classes.isEmpty()) {
      return Optional.of(Assurance.NONE);
    }
    List<Assurance> known = levels();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return switch (comparison) {
      case EXACT, MINIMUM -> known.stream().min(Comparator.naturalOrder());
      case MAXIMUM -> Optional.of(Assurance.NONE);
      case BETTER -> above(known.stream().max(Comparator.naturalOrder()).orElseThrow());
    };
  }

  /**
   * The class to answer.
   *
   * @param proven what was really proven
   * @return empty where what was proven does not satisfy the request
   */
  public Optional<String> answer(Assurance proven) {
    if (classes.isEmpty()) {
      return Optional.of(strongest(proven));
    }
    if (demanded().filter(proven::satisfies).isEmpty()) {
      return Optional.empty();
    }
    return switch (comparison) {
      case EXACT -> classes.stream().filter(asked -> isTrue(asked, proven)).findFirst();
      case MINIMUM, BETTER -> Optional.of(strongest(proven));
      case MAXIMUM -> Optional.of(strongest(cap(proven)));
    };
  }

  private Assurance cap(Assurance proven) {
    Assurance most = levels().stream().max(Comparator.naturalOrder()).orElseThrow();
    return proven.satisfies(most) ? most : proven;
  }

  private static boolean isTrue(String asked, Assurance proven) {
    return KNOWN.containsKey(asked) && proven.satisfies(KNOWN.get(asked));
  }

  private static Optional<Assurance> above(Assurance level) {
    return Arrays.stream(Assurance.values())
        .filter(stronger -> stronger.compareTo(level) > 0)
        .findFirst();
  }

  /** The class that says most of what is true. */
  public static String strongest(Assurance proven) {
    return switch (proven) {
      case MULTI_FACTOR -> MULTIPLE_AUTHN;
      case PASSWORD -> PASSWORD_PROTECTED_TRANSPORT;
      case NONE -> UNSPECIFIED;
    };
  }

  private List<Assurance> levels() {
    return classes.stream().map(KNOWN::get).filter(Objects::nonNull).toList();
  }

  /** For a note of the sign-in. */
  public String toNote() {
    return comparison + SEPARATOR + String.join(SEPARATOR, classes);
  }

  /** Nothing asked for where there is no note, or none that can be read. */
  public static RequestedContext fromNote(String note) {
    if (note == null || note.isBlank()) {
      return NONE;
    }
    List<String> words = List.of(note.trim().split(SEPARATOR, -1));
    try {
      return new RequestedContext(Comparison.valueOf(words.get(0)), words.subList(1, words.size()));
    } catch (IllegalArgumentException unreadable) {
      return NONE;
    }
  }
}
