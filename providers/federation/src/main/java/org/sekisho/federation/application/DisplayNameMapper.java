package org.sekisho.federation.application;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.ProviderConfigProperty;

/** Family name and given name in one attribute, in the Japanese order. */
public final class DisplayNameMapper extends AbstractSAMLProtocolMapper
    implements SAMLAttributeStatementMapper {

  static final String ID = "sekisho-saml-display-name-mapper";

  @Override
  public void transformAttributeStatement(
      AttributeStatementType statement,
      ProtocolMapperModel mapper,
      KeycloakSession session,
      UserSessionModel userSession,
      AuthenticatedClientSessionModel clientSession) {
    String name = nameOf(userSession.getUser());
    if (!name.isEmpty()) {
      AttributeStatementHelper.addAttribute(statement, mapper, name);
    }
  }

  static String nameOf(UserModel user) {
    return Stream.of(user.getLastName(), user.getFirstName())
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Sekisho display name";
  }

  @Override
  public String getDisplayCategory() {
    return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
  }

  @Override
  public String getHelpText() {
    return "Family name and given name in one attribute.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }
}
