package org.sekisho.certauthority.request;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * RSA, or EC on P-256 or P-384 with the curve named and the point uncompressed (RFC 5480 section
 * 2): what every device and Java reads.
 */
final class KeyTypeCheck implements RequestCheck {

  private static final int UNCOMPRESSED = 0x04;
  private static final Map<ASN1Encodable, Integer> POINT_OCTETS =
      Map.of(SECObjectIdentifiers.secp256r1, 65, SECObjectIdentifiers.secp384r1, 97);

  @Override
  public Optional<RequestRefusal> check(DeviceRequest request) {
    AlgorithmIdentifier algorithm = request.publicKey().getAlgorithm();
    boolean taken =
        algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
            || (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && isPointOfAKnownCurve(
                    algorithm.getParameters(), request.publicKey().getPublicKeyData().getOctets()));
    return taken ? Optional.empty() : Optional.of(RequestRefusal.KEY_TYPE_REFUSED);
  }

  private static boolean isPointOfAKnownCurve(ASN1Encodable curve, byte[] point) {
    return curve != null
        && POINT_OCTETS.getOrDefault(curve, -1) == point.length
        && point[0] == UNCOMPRESSED;
  }
}
