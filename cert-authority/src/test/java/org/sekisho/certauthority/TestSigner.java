package org.sekisho.certauthority;

import java.security.KeyPair;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs with keys that the product itself would not have. */
public final class TestSigner {

  private TestSigner() {}

  public static ContentSigner of(KeyPair pair) {
    return switch (pair.getPrivate().getAlgorithm()) {
      case "RSA" -> of(pair, "SHA256withRSA");
      case "EdDSA" -> of(pair, "Ed25519");
      default -> of(pair, "SHA256withECDSA");
    };
  }

  public static ContentSigner of(KeyPair pair, String algorithm) {
    try {
      return new JcaContentSignerBuilder(algorithm).build(pair.getPrivate());
    } catch (OperatorCreationException unusable) {
      throw new IllegalStateException(unusable);
    }
  }
}
