package org.sekisho.certauthority.request;

import java.util.Optional;

final class ValidityCheck implements RequestCheck {

  @Override
  public Optional<RequestRefusal> check(DeviceRequest request) {
    return LeafLife.isAllowed(request.life())
        ? Optional.empty()
        : Optional.of(RequestRefusal.VALIDITY_OUT_OF_RANGE);
  }
}
