package org.sekisho.certauthority.revocation.ocsp;

import java.math.BigInteger;

/** The certificates of one issuing CA, as the database knows them at this moment. */
public interface CertificateStatuses {

  CertificateStatus of(BigInteger serial);
}
