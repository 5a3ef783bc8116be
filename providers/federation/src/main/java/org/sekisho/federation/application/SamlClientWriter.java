package org.sekisho.federation.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;
import org.sekisho.federation.request.SignatureAlgorithms;

/** Writes the settings of a SAML application to Keycloak's client. */
final class SamlClientWriter {

  static final String SECOND_CERTIFICATE = "sekisho.saml.signing.certificate.second";
  static final String VALID_UNTIL = "sekisho.saml.metadata-valid-until";
  static final String WANTS_ASSERTIONS_SIGNED = "sekisho.saml.wants-assertions-signed";
  static final String ATTRIBUTE_MAPPER = "Attribute ";
  static final String NAME_ID_MAPPER = "NameID";

  private final ClientModel client;

  SamlClientWriter(ClientModel client) {
    this.client = client;
  }

  void write(SamlSettings settings) {
    client.setRedirectUris(new HashSet<>(settings.acs()));
    set("saml_assertion_consumer_url_post", settings.acs().get(0));
    logout(settings);
    signatures(settings);
    encryption(settings);
    set("saml_idp_initiated_sso_url_name", settings.idpInitiated());
    set("saml_idp_initiated_sso_relay_state", settings.relayState());
    set(
        VALID_UNTIL,
        settings.metadataValidUntil() == null
            ? null
            : String.valueOf(settings.metadataValidUntil()));
    set(
        WANTS_ASSERTIONS_SIGNED,
        settings.wantsAssertionsSigned() == null
            ? null
            : String.valueOf(settings.wantsAssertionsSigned()));
    client.getProtocolMappersStream().toList().forEach(client::removeProtocolMapper);
    nameId(settings);
    settings.attributes().forEach(this::attribute);
  }

  private void logout(SamlSettings settings) {
    boolean post = "post".equals(settings.logoutBinding());
    set("saml_single_logout_service_url_post", post ? settings.logoutUrl() : null);
    set("saml_single_logout_service_url_redirect", post ? null : settings.logoutUrl());
    client.setFrontchannelLogout(settings.logoutUrl() != null);
  }

  private void signatures(SamlSettings settings) {
    Signed signed = Word.parse(Signed.class, settings.sign()).orElse(Signed.ASSERTION);
    set("saml.assertion.signature", String.valueOf(signed.assertion));
    set("saml.server.signature", String.valueOf(signed.response));
    set(
        "saml.signature.algorithm",
        Word.parse(SignatureChoice.class, settings.signatureAlgorithm())
            .orElse(SignatureChoice.RSA_SHA256)
            .name());
    // What signs with the old algorithm itself is not refused where it does the same to us.
    set(SignatureAlgorithms.SHA1_ATTRIBUTE, settings.isSignedWithSha1() ? "true" : null);
    set("saml.client.signature", String.valueOf(settings.requestsSigned()));
    set("saml.signing.certificate", certificate(settings, 0));
    set(SECOND_CERTIFICATE, certificate(settings, 1));
  }

  private static String certificate(SamlSettings settings, int index) {
    return settings.signingCertificates().size() > index
        ? settings.signingCertificates().get(index)
        : null;
  }

  private void encryption(SamlSettings settings) {
    EncryptionProfile profile = settings.encryptionProfile();
    boolean on = profile != EncryptionProfile.NONE;
    set("saml.encrypt", String.valueOf(on));
    set("saml.encryption.certificate", settings.encryptionCertificate());
    set("saml.encryption.algorithm", on ? EncryptionProfile.DATA : null);
    set("saml.encryption.keyAlgorithm", profile.keyAlgorithm);
    set("saml.encryption.digestMethod", profile.digest);
    set("saml.encryption.maskGenerationFunction", profile.maskGeneration);
  }

  private void nameId(SamlSettings settings) {
    NameIdFormat format =
        Word.parse(NameIdFormat.class, settings.nameIdFormat()).orElse(NameIdFormat.PERSISTENT);
    set("saml_name_id_format", format.attribute);
    set("saml_force_name_id_format", "true");
    Word.parse(NameIdSource.class, settings.nameIdSource())
        .filter(source -> source.userAttribute != null)
        .ifPresent(
            source ->
                add(
                    NAME_ID_MAPPER,
                    "saml-user-attribute-nameid-mapper",
                    Map.of(
                        "mapper.nameid.format", format.uri,
                        "user.attribute", source.userAttribute)));
  }

  private void attribute(AttributeEntry entry) {
    AttributeSource source = Word.parse(AttributeSource.class, entry.source()).orElseThrow();
    Map<String, String> config = new HashMap<>(source.config());
    config.put("attribute.name", entry.name());
    config.put("attribute.nameformat", NameFormat.of(entry.format()));
    config.put("friendly.name", "");
    add(ATTRIBUTE_MAPPER + entry.name(), source.mapper, config);
  }

  private void add(String name, String mapperId, Map<String, String> config) {
    ProtocolMapperModel mapper = new ProtocolMapperModel();
    mapper.setName(name);
    mapper.setProtocol("saml");
    mapper.setProtocolMapper(mapperId);
    mapper.setConfig(config);
    client.addProtocolMapper(mapper);
  }

  private void set(String attribute, String value) {
    if (value == null) {
      client.removeAttribute(attribute);
    } else {
      client.setAttribute(attribute, value);
    }
  }
}
