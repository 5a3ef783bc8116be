package org.sekisho.historyseal;

/** Checks the signature of a seal and reads it; the caller brings keys and a JOSE library. */
@FunctionalInterface
public interface SealCheck {

  /**
   * What a seal says.
   *
   * @param jws compact serialisation
   * @throws NotSealedException where it was not signed with one of the tenant's keys
   */
  Seal open(String jws) throws NotSealedException;

  /** A seal that proves nothing. */
  final class NotSealedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Finding.Kind kind;

    public NotSealedException(Finding.Kind kind) {
      super(kind.name());
      this.kind = kind;
    }

    Finding.Kind kind() {
      return kind;
    }
  }
}
