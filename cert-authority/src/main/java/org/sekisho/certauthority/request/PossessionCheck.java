package org.sekisho.certauthority.request;

import java.util.Optional;
import org.sekisho.certauthority.ProofOfPossession;

/** Comes before the look for registered keys: nobody shall find out about keys of others. */
final class PossessionCheck implements RequestCheck {

  @Override
  public Optional<RequestRefusal> check(DeviceRequest request) {
    return ProofOfPossession.isIn(request.request())
        ? Optional.empty()
        : Optional.of(RequestRefusal.POSSESSION_NOT_PROVEN);
  }
}
