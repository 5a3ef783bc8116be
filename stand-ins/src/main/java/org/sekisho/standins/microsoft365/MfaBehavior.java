package org.sekisho.standins.microsoft365;

import java.util.Optional;

/** What happens when the company's identity provider did, or did not, ask for a second factor. */
enum MfaBehavior {
  ACCEPT("acceptIfMfaDoneByFederatedIdp"),
  ENFORCE("enforceMfaByFederatedIdp"),
  REJECT("rejectMfaByFederatedIdp");

  private final String label;

  MfaBehavior(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Optional<MfaBehavior> of(String label) {
    for (MfaBehavior behavior : values()) {
      if (behavior.label.equals(label)) {
        return Optional.of(behavior);
      }
    }
    return Optional.empty();
  }
}
