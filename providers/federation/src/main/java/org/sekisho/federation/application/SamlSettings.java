package org.sekisho.federation.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * A SAML application as it is. Certificates are in base 64 without PEM lines.
 *
 * @param acs the default one first
 * @param idpInitiated name in the address of the sign-in that begins here; null where none does
 * @param metadataValidUntil in milliseconds since the epoch; null where nothing was said
 * @param wantsAssertionsSigned what the metadata says of it; null where nothing was said
 */
record SamlSettings(
    String entityId,
    List<String> acs,
    String logoutUrl,
    String logoutBinding,
    String nameIdFormat,
    String nameIdSource,
    List<AttributeEntry> attributes,
    String sign,
    String signatureAlgorithm,
    boolean requestsSigned,
    List<String> signingCertificates,
    String encryption,
    String encryptionCertificate,
    String idpInitiated,
    String relayState,
    Long metadataValidUntil,
    Boolean wantsAssertionsSigned) {

  @JsonIgnore
  EncryptionProfile encryptionProfile() {
    return Word.parse(EncryptionProfile.class, encryption).orElse(EncryptionProfile.NONE);
  }

  @JsonIgnore
  boolean isSignedWithSha1() {
    return SignatureChoice.RSA_SHA1.word().equals(signatureAlgorithm);
  }
}
