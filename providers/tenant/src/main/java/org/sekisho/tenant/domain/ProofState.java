package org.sekisho.tenant.domain;

/** Where the proof of a domain stands; the names are what the database holds. */
enum ProofState {
  /** The record is asked for. */
  OPEN("open"),
  /** The record was there, and the domain was given to the tenant. */
  PROVEN("proven"),
  /** The domain stays the tenant's, though its record has been missing for long. */
  LOST("proof-lost");

  /** For a proof that is open for too long. */
  static final String EXPIRED = "expired";

  /** For a domain that the operator gave. */
  static final String NONE = "none";

  private final String value;

  ProofState(String value) {
    this.value = value;
  }

  /** As the API writes it. */
  String value() {
    return value;
  }
}
