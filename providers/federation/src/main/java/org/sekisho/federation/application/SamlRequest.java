package org.sekisho.federation.application;

import java.util.List;

/**
 * A SAML application as an administrator wishes it. What is left out comes from the metadata, where
 * there is some, else it is the default.
 *
 * @param metadata the service provider's, as text
 * @param metadataSigner SHA-256 fingerprint of the certificate that must have signed the metadata
 */
record SamlRequest(
    String metadata,
    String metadataSigner,
    String entityId,
    List<String> acs,
    String logoutUrl,
    String logoutBinding,
    String nameIdFormat,
    String nameIdSource,
    List<AttributeEntry> attributes,
    String sign,
    String signatureAlgorithm,
    Boolean requestsSigned,
    List<String> signingCertificates,
    String encryption,
    String encryptionCertificate,
    String idpInitiated,
    String relayState) {

  static final SamlRequest EMPTY =
      new SamlRequest(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null);

  SamlRequest withEntityId(String known) {
    return new SamlRequest(
        metadata,
        metadataSigner,
        known,
        acs,
        logoutUrl,
        logoutBinding,
        nameIdFormat,
        nameIdSource,
        attributes,
        sign,
        signatureAlgorithm,
        requestsSigned,
        signingCertificates,
        encryption,
        encryptionCertificate,
        idpInitiated,
        relayState);
  }
}
