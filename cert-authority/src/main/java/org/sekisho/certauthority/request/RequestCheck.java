package org.sekisho.certauthority.request;

import java.util.Optional;

/** One question to a request; empty where there is nothing against it. */
interface RequestCheck {

  Optional<RequestRefusal> check(DeviceRequest request);
}
