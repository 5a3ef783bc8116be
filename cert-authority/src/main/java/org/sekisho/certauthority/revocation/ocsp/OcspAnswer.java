package org.sekisho.certauthority.revocation.ocsp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sekisho.certauthority.Sha256;

/** An answer with all that its HTTP response needs; always status 200. */
public final class OcspAnswer {

  /** Of the request in a POST and of the answer. */
  public static final String REQUEST_TYPE = "application/ocsp-request";

  public static final String TYPE = "application/ocsp-response";

  private final byte[] body;
  private final Duration cachedFor;
  private final Optional<Instant> nextUpdate;

  private OcspAnswer(byte[] body, Duration cachedFor, Optional<Instant> nextUpdate) {
    this.body = body.clone();
    this.cachedFor = cachedFor;
    this.nextUpdate = nextUpdate;
  }

  static OcspAnswer cached(byte[] body, Duration cachedFor, Instant nextUpdate) {
    return new OcspAnswer(body, cachedFor, Optional.of(nextUpdate));
  }

  static OcspAnswer notCached(byte[] body) {
    return new OcspAnswer(body, Duration.ZERO, Optional.empty());
  }

  /** The OCSPResponse, DER. */
  public byte[] body() {
    return body.clone();
  }

  /** The value of {@code Cache-Control} (RFC 5019 section 6.2). */
  public String cacheControl() {
    return cachedFor.isZero()
        ? "no-store"
        : "max-age=" + cachedFor.toSeconds() + ", public, no-transform, must-revalidate";
  }

  /** The value of {@code ETag}, with its quotation marks. */
  public String etag() {
    return '"' + Sha256.hex(body) + '"';
  }

  /** For the header {@code Expires}; empty where nothing may be cached. */
  public Optional<Instant> nextUpdate() {
    return nextUpdate;
  }
}
