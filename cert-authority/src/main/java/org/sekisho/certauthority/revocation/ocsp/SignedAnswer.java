package org.sekisho.certauthority.revocation.ocsp;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.sekisho.certauthority.CertificateAuthorityException;
import org.sekisho.certauthority.issuing.IssuingCa;

/** Writes and signs answers (RFC 6960 section 4.2). */
final class SignedAnswer {

  private static final X509CertificateHolder[] NO_CERTIFICATES = {};

  private final IssuingCa ca;
  private final RespID responder;

  SignedAnswer(IssuingCa ca) {
    this.ca = ca;
    try {
      responder =
          new RespID(
              ca.key().publicKey(),
              new JcaDigestCalculatorProviderBuilder().build().get(RespID.HASH_SHA1));
    } catch (OCSPException | OperatorCreationException broken) {
      throw new CertificateAuthorityException("OCSP responder", broken);
    }
  }

  /** One status for each certificate of the query, in its order. */
  byte[] body(OcspQuery query, List<CertificateStatus> statuses, Instant now) {
    BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(responder);
    Date next = Date.from(now.plus(OcspResponder.GOOD_FOR));
    for (int i = 0; i < statuses.size(); i++) {
      builder.addResponse(
          query.certificates().get(i), status(statuses.get(i)), Date.from(now), next, null);
    }
    query.nonce().map(SignedAnswer::echo).ifPresent(builder::setResponseExtensions);
    try {
      BasicOCSPResp answer = builder.build(ca.key().signer(), NO_CERTIFICATES, Date.from(now));
      return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, answer).getEncoded();
    } catch (OCSPException | IOException unsigned) {
      throw new CertificateAuthorityException("OCSP answer", unsigned);
    }
  }

  /** An answer without a signature (RFC 6960 section 2.3). */
  static OcspAnswer error(int status) {
    try {
      return OcspAnswer.notCached(
          new OCSPResponse(new OCSPResponseStatus(status), null).getEncoded());
    } catch (IOException impossible) {
      throw new CertificateAuthorityException("OCSP answer", impossible);
    }
  }

  private static Extensions echo(Extension nonce) {
    return new Extensions(new Extension(nonce.getExtnId(), false, nonce.getExtnValue()));
  }

  /** Null is Bouncy Castle's word for a good certificate. */
  private static org.bouncycastle.cert.ocsp.CertificateStatus status(CertificateStatus status) {
    if (status instanceof CertificateStatus.Revoked revoked) {
      return new RevokedStatus(Date.from(revoked.at()), revoked.reason().code());
    }
    return status instanceof CertificateStatus.Good
        ? org.bouncycastle.cert.ocsp.CertificateStatus.GOOD
        : new UnknownStatus();
  }
}
