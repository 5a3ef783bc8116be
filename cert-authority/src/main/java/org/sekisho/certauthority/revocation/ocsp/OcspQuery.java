package org.sekisho.certauthority.revocation.ocsp;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.ocsp.CertificateID;

/**
 * What a request asks.
 *
 * @param nonce the extension to be sent back as it came
 */
record OcspQuery(List<CertificateID> certificates, Optional<Extension> nonce) {}
