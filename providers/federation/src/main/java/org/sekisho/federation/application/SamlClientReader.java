package org.sekisho.federation.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;

/** Reads the settings of a SAML application from Keycloak's client, which is the truth. */
final class SamlClientReader {

  private final ClientModel client;

  SamlClientReader(ClientModel client) {
    this.client = client;
  }

  SamlSettings read() {
    String post = get("saml_single_logout_service_url_post");
    String redirect = get("saml_single_logout_service_url_redirect");
    String logout = post == null ? redirect : post;
    String binding = post == null ? "redirect" : "post";
    return new SamlSettings(
        client.getClientId(),
        acs(),
        logout,
        logout == null ? null : binding,
        NameIdFormat.ofAttribute(get("saml_name_id_format"))
            .orElse(NameIdFormat.UNSPECIFIED)
            .word(),
        nameIdSource().word(),
        attributes(),
        Signed.of(is("saml.assertion.signature"), is("saml.server.signature")).word(),
        signatureAlgorithm().word(),
        is("saml.client.signature"),
        signingCertificates(),
        EncryptionProfile.of(is("saml.encrypt"), get("saml.encryption.keyAlgorithm")).word(),
        get("saml.encryption.certificate"),
        get("saml_idp_initiated_sso_url_name"),
        get("saml_idp_initiated_sso_relay_state"),
        Optional.ofNullable(get(SamlClientWriter.VALID_UNTIL)).map(Long::valueOf).orElse(null),
        Optional.ofNullable(get(SamlClientWriter.WANTS_ASSERTIONS_SIGNED))
            .map(Boolean::valueOf)
            .orElse(null));
  }

  private String get(String attribute) {
    return client.getAttribute(attribute);
  }

  private boolean is(String attribute) {
    return Boolean.parseBoolean(get(attribute));
  }

  private List<String> acs() {
    List<String> acs = new ArrayList<>();
    Optional.ofNullable(get("saml_assertion_consumer_url_post")).ifPresent(acs::add);
    client.getRedirectUris().stream().sorted().filter(url -> !acs.contains(url)).forEach(acs::add);
    return List.copyOf(acs);
  }

  private SignatureChoice signatureAlgorithm() {
    return Stream.of(SignatureChoice.values())
        .filter(choice -> choice.name().equals(get("saml.signature.algorithm")))
        .findFirst()
        .orElse(SignatureChoice.RSA_SHA256);
  }

  private List<String> signingCertificates() {
    return Stream.of(get("saml.signing.certificate"), get(SamlClientWriter.SECOND_CERTIFICATE))
        .filter(Objects::nonNull)
        .toList();
  }

  private NameIdSource nameIdSource() {
    return client
        .getProtocolMappersStream()
        .filter(mapper -> mapper.getProtocolMapper().equals("saml-user-attribute-nameid-mapper"))
        .flatMap(
            mapper ->
                NameIdSource.ofUserAttribute(mapper.getConfig().get("user.attribute")).stream())
        .findFirst()
        .orElse(NameIdSource.GENERATED);
  }

  private List<AttributeEntry> attributes() {
    return client
        .getProtocolMappersStream()
        .flatMap(mapper -> attribute(mapper).stream())
        .sorted(Comparator.comparing(AttributeEntry::name))
        .toList();
  }

  private static Optional<AttributeEntry> attribute(ProtocolMapperModel mapper) {
    return Stream.of(AttributeSource.values())
        .filter(source -> source.matches(mapper.getProtocolMapper(), mapper.getConfig()))
        .findFirst()
        .map(
            source ->
                new AttributeEntry(
                    mapper.getConfig().get("attribute.name"),
                    source.word(),
                    NameFormat.wordOf(mapper.getConfig().get("attribute.nameformat"))));
  }
}
