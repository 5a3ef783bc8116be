package org.sekisho.certauthority.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * Judges a device's request by one check after the other, the cheap ones first: whoever asks is a
 * stranger until the last.
 */
public final class RequestAdmission {

  private final List<RequestCheck> checks;

  /** Takes the tenant's keys. */
  public RequestAdmission(RegisteredKeys registered) {
    checks =
        List.of(
            new ValidityCheck(),
            new KeyTypeCheck(),
            new KeySizeCheck(),
            new KeyStrengthCheck(),
            new PossessionCheck(),
            new RegisteredKeyCheck(registered));
  }

  /**
   * Reads and judges a PKCS#10 request.
   *
   * @param octets PEM or DER, at most 16 KiB
   * @param life how long the certificate shall live, 30 days to three years
   */
  public Admission admit(byte[] octets, Duration life) {
    if (octets.length > RequestReader.LONGEST) {
      return new Admission.Refused(RequestRefusal.TOO_LARGE);
    }
    Optional<PKCS10CertificationRequest> read = RequestReader.read(octets);
    if (read.isEmpty()) {
      return new Admission.Refused(RequestRefusal.MALFORMED);
    }
    DeviceRequest request = new DeviceRequest(read.get(), life);
    for (RequestCheck check : checks) {
      Optional<RequestRefusal> refusal = check.check(request);
      if (refusal.isPresent()) {
        return new Admission.Refused(refusal.get());
      }
    }
    return new Admission.Admitted(
        new AdmittedKey(CanonicalKey.of(request.publicKey()), request.life()));
  }
}
