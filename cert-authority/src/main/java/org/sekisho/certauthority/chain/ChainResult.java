package org.sekisho.certauthority.chain;

import java.util.Optional;

/**
 * A verdict, and which certificate it is about once one of our issuing CAs has been found to have
 * signed it: an expired one of ours has an identity, a foreign one has none.
 */
public record ChainResult(ChainVerdict verdict, Optional<CertificateIdentity> identity) {

  static ChainResult stranger(ChainVerdict verdict) {
    return new ChainResult(verdict, Optional.empty());
  }

  public boolean isOk() {
    return verdict == ChainVerdict.OK;
  }
}
