package org.sekisho.federation;

import java.util.List;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.NameIDType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.SAMLLoginResponseMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.SessionProof;
import org.sekisho.core.UserId;

/**
 * Makes Keycloak's assertion one that Microsoft 365 accepts, before it is signed: the issuer of the
 * user's domain, the time at which the user really signed in, and the class of what was proven.
 *
 * <p>Keycloak's own step-up mapper answers with the class that was asked for where a lower one
 * would do, and its AuthnInstant is always now: Microsoft would ask for a second factor again, and
 * its sign-in frequency would never be reached.
 */
public final class Microsoft365AssertionMapper extends AbstractSAMLProtocolMapper
    implements SAMLLoginResponseMapper {

  private static final String ID = "sekisho-microsoft-365-assertion-mapper";

  @Override
  public ResponseType transformLoginResponse(
      ResponseType response,
      ProtocolMapperModel mapper,
      KeycloakSession session,
      UserSessionModel userSession,
      ClientSessionContext clientSession) {
    // The protocol has refused before; whoever came here some other way gets no assertion.
    if (Microsoft365.refusal(session, session.getContext().getRealm(), userSession).isPresent()) {
      throw new IllegalStateException("not admitted to Microsoft 365");
    }
    UserId userId = UserId.parse(userSession.getUser().getUsername()).orElseThrow();
    String issuer = Microsoft365.issuer(session, userId.domain());
    AssertionType original = response.getAssertions().get(0).getAssertion();
    ProvenFactors proven = SessionProof.of(userSession);
    AssertionType assertion =
        AuthnStatements.rewritten(original, AuthnStatements.instantOf(proven), proven);
    assertion.setIssuer(nameId(issuer));
    response.setIssuer(nameId(issuer));
    response.replaceAssertion(original.getID(), new ResponseType.RTChoiceType(assertion));
    return response;
  }

  private static NameIDType nameId(String value) {
    NameIDType nameId = new NameIDType();
    nameId.setValue(value);
    return nameId;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Sekisho Microsoft 365 assertion";
  }

  @Override
  public String getDisplayCategory() {
    return "Microsoft 365";
  }

  @Override
  public String getHelpText() {
    return "Sets the issuer of the user's domain, the true AuthnInstant and AuthnContextClassRef.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }
}
