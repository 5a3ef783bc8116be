package org.sekisho.certauthority.request;

import java.util.Optional;

final class RegisteredKeyCheck implements RequestCheck {

  private final RegisteredKeys registered;

  RegisteredKeyCheck(RegisteredKeys registered) {
    this.registered = registered;
  }

  @Override
  public Optional<RequestRefusal> check(DeviceRequest request) {
    String sha256 = AdmittedKey.sha256(CanonicalKey.of(request.publicKey()));
    return registered.contains(sha256)
        ? Optional.of(RequestRefusal.KEY_ALREADY_REGISTERED)
        : Optional.empty();
  }
}
