package org.sekisho.certauthority.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.sekisho.certauthority.pem.PemFile;

/** Reads one PKCS#10 request (RFC 2986) in PEM or DER. */
final class RequestReader {

  /** Octets. A request for RSA with 4096 bits has less than 2,000 in PEM. */
  static final int LONGEST = 16 * 1024;

  private static final int SEQUENCE = 0x30;

  private RequestReader() {}

  static Optional<PKCS10CertificationRequest> read(byte[] octets) {
    try {
      if (octets.length > 0 && octets[0] == SEQUENCE) {
        return complete(new PKCS10CertificationRequest(octets));
      }
      PemFile file = PemFile.read(new String(octets, StandardCharsets.US_ASCII));
      boolean one =
          file.requests().size() == 1 && file.certificates().isEmpty() && file.lists().isEmpty();
      return one ? complete(file.requests().get(0)) : Optional.empty();
    } catch (IOException | RuntimeException malformed) {
      return Optional.empty();
    }
  }

  /** The parts are read lazily; a part that cannot be read must fail here and not later. */
  private static Optional<PKCS10CertificationRequest> complete(PKCS10CertificationRequest request) {
    boolean whole =
        request.getSubjectPublicKeyInfo().getPublicKeyData() != null
            && request.getSignatureAlgorithm() != null
            && request.getSignature() != null;
    return whole ? Optional.of(request) : Optional.empty();
  }
}
