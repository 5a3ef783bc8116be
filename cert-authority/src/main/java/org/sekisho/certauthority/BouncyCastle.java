package org.sekisho.certauthority;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The provider by which keys in memory sign and signatures are checked. On Java 17 its ECDSA on
 * P-256 signs four times as fast as Java's own and verifies six times as fast. It is named wherever
 * it is used and never registered, so that nothing else in the process changes.
 */
public final class BouncyCastle {

  public static final Provider PROVIDER = new BouncyCastleProvider();

  private BouncyCastle() {}
}
