package org.sekisho.certauthority.request;

import java.time.Duration;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * A request that could be read. Its subject, alternative names and extensions say nothing here: the
 * stranger who wrote them does not decide what a certificate says.
 *
 * @param life how long the certificate is asked to live
 */
record DeviceRequest(PKCS10CertificationRequest request, Duration life) {

  SubjectPublicKeyInfo publicKey() {
    return request.getSubjectPublicKeyInfo();
  }
}
