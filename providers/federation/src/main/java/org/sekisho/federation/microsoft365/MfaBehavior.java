package org.sekisho.federation.microsoft365;

import java.util.Optional;
import java.util.stream.Stream;

/** What Microsoft does about a second factor: Graph's {@code federatedIdpMfaBehavior}. */
enum MfaBehavior {
  /** Takes ours, asks for its own where there was none. */
  ACCEPT("acceptIfMfaDoneByFederatedIdp"),
  /** Takes ours, sends the user back to us where there was none. */
  ENFORCE("enforceMfaByFederatedIdp"),
  /** Always asks for its own. */
  REJECT("rejectMfaByFederatedIdp");

  private final String label;

  MfaBehavior(String label) {
    this.label = label;
  }

  /** As Graph writes it. */
  String label() {
    return label;
  }

  static Optional<MfaBehavior> of(String label) {
    return Stream.of(values()).filter(behavior -> behavior.label.equals(label)).findFirst();
  }
}
