package org.sekisho.certauthority.revocation.ocsp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.sekisho.certauthority.issuing.IssuingCa;

/** Answers for one issuing CA, signed by its own key (RFC 6960). Safe to share between threads. */
public final class OcspResponder {

  /** An answer is good for a day. */
  public static final Duration GOOD_FOR = Duration.ofDays(1);

  /** Caches keep it an hour, so that a revocation is seen within one. */
  public static final Duration CACHED_FOR = Duration.ofHours(1);

  private final IssuerMatch issuer;
  private final SignedAnswer signed;
  private final CertificateStatuses statuses;

  public OcspResponder(IssuingCa ca, CertificateStatuses statuses) {
    this.issuer = new IssuerMatch(ca);
    this.signed = new SignedAnswer(ca);
    this.statuses = statuses;
  }

  /**
   * Answers a POST; nothing of it may be cached.
   *
   * @param request the body, DER; the caller need not read more than 8 KiB and one octet
   */
  public OcspAnswer post(byte[] request, Instant now) {
    return OcspAnswer.notCached(answer(OcspRequestReader.read(request), now).body());
  }

  /**
   * Answers a GET (RFC 5019).
   *
   * @param path what follows the responder's address and its slash, not decoded
   */
  public OcspAnswer get(String path, Instant now) {
    return answer(OcspGet.decode(path).flatMap(OcspRequestReader::read), now);
  }

  private OcspAnswer answer(Optional<OcspQuery> query, Instant now) {
    if (query.isEmpty()) {
      return SignedAnswer.error(OCSPResponseStatus.MALFORMED_REQUEST);
    }
    // Not signed, so that questions about foreign certificates cost no signature.
    if (!query.get().certificates().stream().allMatch(issuer::matches)) {
      return SignedAnswer.error(OCSPResponseStatus.UNAUTHORIZED);
    }
    List<CertificateStatus> answers = new ArrayList<>();
    for (CertificateID certificate : query.get().certificates()) {
      answers.add(statuses.of(certificate.getSerialNumber()));
    }
    boolean lasting =
        query.get().nonce().isEmpty()
            && answers.stream().noneMatch(CertificateStatus.Unknown.class::isInstance);
    byte[] body = signed.body(query.get(), answers, now);
    return lasting
        ? OcspAnswer.cached(body, CACHED_FOR, now.plus(GOOD_FOR))
        : OcspAnswer.notCached(body);
  }
}
