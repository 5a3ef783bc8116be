package org.sekisho.federation;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.datatype.XMLGregorianCalendar;
import org.keycloak.common.VerificationException;
import org.keycloak.common.util.Time;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.dom.saml.v2.protocol.LogoutRequestType;
import org.keycloak.dom.saml.v2.protocol.RequestAbstractType;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.SamlClient;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.protocol.saml.SamlProtocolUtils;
import org.keycloak.saml.common.constants.GeneralConstants;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.saml.processing.core.saml.v2.common.SAMLDocumentHolder;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;
import org.sekisho.federation.application.ApplicationKeys;
import org.sekisho.federation.request.MessageTimes;
import org.sekisho.federation.request.Parameters;
import org.sekisho.federation.request.RequestFault;
import org.sekisho.federation.request.SignatureAlgorithms;
import org.sekisho.federation.request.SignaturePlace;
import org.w3c.dom.Document;

/** What of a SAML message is checked besides what Keycloak checks; see docs/federation.md. */
final class SamlChecks {

  private static final String SEEN = "sekisho.saml.seen.";
  private static final String BROWSER = "browser";

  private final KeycloakSession session;
  private final RealmModel realm;

  SamlChecks(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  Optional<RequestFault> ofParameters(boolean post) {
    boolean clear =
        post
            ? Parameters.areUnambiguousInForm(form(), query())
            : Parameters.areUnambiguousInQuery(query());
    return clear ? Optional.empty() : Optional.of(RequestFault.PARAMETER_REPEATED);
  }

  /** A parameter as signatures cover it: by its very name, wherever others would find it too. */
  String parameter(boolean post, String name) {
    return post ? form().getFirst(name) : Parameters.first(query(), name);
  }

  /** What cannot be read or comes from nobody known is left to Keycloak to refuse. */
  Optional<RequestFault> ofMessage(SAMLDocumentHolder message, boolean post) {
    if (message == null) {
      return Optional.empty();
    }
    if (message.getSamlObject() instanceof RequestAbstractType request) {
      return client(request.getIssuer() == null ? null : request.getIssuer().getValue())
          .flatMap(client -> ofSignature(client, message.getSamlDocument(), post));
    }
    if (message.getSamlObject() instanceof StatusResponseType response) {
      AuthResult signedIn = AuthenticationManager.authenticateIdentityCookie(session, realm, false);
      return client(response.getIssuer() == null ? null : response.getIssuer().getValue())
          .flatMap(
              client ->
                  ofResponse(client, message, post, signedIn == null ? null : signedIn.session()));
    }
    return Optional.empty();
  }

  private Optional<ClientModel> client(String issuer) {
    return Optional.ofNullable(issuer)
        .map(realm::getClientByClientId)
        .filter(client -> SamlProtocol.LOGIN_PROTOCOL.equals(client.getProtocol()));
  }

  /** Looks where the signature is and how it was made; Keycloak verifies it afterwards. */
  private Optional<RequestFault> ofSignature(ClientModel client, Document message, boolean post) {
    if (!signs(client)) {
      return Optional.empty();
    }
    boolean oldToo = Boolean.parseBoolean(client.getAttribute(SignatureAlgorithms.SHA1_ATTRIBUTE));
    if (!post) {
      String algorithm = parameter(false, GeneralConstants.SAML_SIG_ALG_REQUEST_KEY);
      // Without any it is not signed, which Keycloak refuses.
      return algorithm == null || SignatureAlgorithms.isAllowed(algorithm, oldToo)
          ? Optional.empty()
          : Optional.of(RequestFault.SIGNATURE_ALGORITHM);
    }
    if (!SignaturePlace.coversRoot(message)) {
      return Optional.of(RequestFault.SIGNATURE_MISPLACED);
    }
    return SignatureAlgorithms.areAllowed(message, oldToo)
        ? Optional.empty()
        : Optional.of(RequestFault.SIGNATURE_ALGORITHM);
  }

  /** Where the answer shall go by artifact, nobody could fetch it. */
  static Optional<RequestFault> ofBinding(AuthnRequestType request) {
    String artifact = JBossSAMLURIConstants.SAML_HTTP_ARTIFACT_BINDING.get();
    boolean asked =
        request.getProtocolBinding() != null
            && artifact.equals(request.getProtocolBinding().toString());
    return asked ? Optional.of(RequestFault.BINDING_UNSUPPORTED) : Optional.empty();
  }

  Optional<RequestFault> ofTime(RequestAbstractType request) {
    XMLGregorianCalendar end =
        request instanceof LogoutRequestType logout ? logout.getNotOnOrAfter() : null;
    return ofTime(request.getIssueInstant(), end);
  }

  private static Optional<RequestFault> ofTime(
      XMLGregorianCalendar issued, XMLGregorianCalendar end) {
    return Optional.ofNullable(
        MessageTimes.fault(
            instant(issued), instant(end), Instant.ofEpochMilli(Time.currentTimeMillis())));
  }

  private static Instant instant(XMLGregorianCalendar time) {
    return time == null ? null : time.toGregorianCalendar().toInstant();
  }

  /**
   * A signed message counts once. Where the same browser sends it again, somebody has reloaded the
   * page: that begins nothing that was not begun by the same person. Messages that are not signed
   * can be made by anybody, so to remember them would protect nobody.
   */
  Optional<RequestFault> ofReplay(ClientModel client, RequestAbstractType request) {
    if (!signs(client)) {
      return Optional.empty();
    }
    String key = key(client, request);
    if (session.singleUseObjects().putIfAbsent(key, MessageTimes.REMEMBERED.toSeconds())) {
      return Optional.empty();
    }
    Map<String, String> seen = session.singleUseObjects().get(key);
    RootAuthenticationSessionModel browser =
        new AuthenticationSessionManager(session).getCurrentRootAuthenticationSession(realm);
    boolean reloaded = seen != null && browser != null && browser.getId().equals(seen.get(BROWSER));
    return reloaded ? Optional.empty() : Optional.of(RequestFault.REPLAYED);
  }

  /** Notes which browser has brought the message, once it has a sign-in under way. */
  void rememberBrowser(ClientModel client, RequestAbstractType request) {
    AuthenticationSessionModel signIn = session.getContext().getAuthenticationSession();
    if (signs(client) && signIn != null) {
      session
          .singleUseObjects()
          .replace(key(client, request), Map.of(BROWSER, signIn.getParentSession().getId()));
    }
  }

  private String key(ClientModel client, RequestAbstractType request) {
    return SEEN + realm.getId() + "." + client.getId() + "." + request.getID();
  }

  /**
   * Keycloak verifies no signature of a LogoutResponse that comes through the browser (26.7.4), and
   * does not ask what it answers.
   */
  private Optional<RequestFault> ofResponse(
      ClientModel client, SAMLDocumentHolder message, boolean post, UserSessionModel userSession) {
    if (!signs(client)) {
      return Optional.empty();
    }
    StatusResponseType response = (StatusResponseType) message.getSamlObject();
    return ofSignature(client, message.getSamlDocument(), post)
        .or(() -> ofVerification(client, message, post))
        .or(() -> ofTime(response.getIssueInstant(), null))
        .or(() -> ofAnswer(client, response, userSession));
  }

  private Optional<RequestFault> ofVerification(
      ClientModel client, SAMLDocumentHolder message, boolean post) {
    try {
      if (post) {
        SamlProtocolUtils.verifyDocumentSignature(
            message.getSamlDocument(), ApplicationKeys.of(session, client));
      } else {
        SamlProtocolUtils.verifyRedirectSignature(
            message,
            ApplicationKeys.of(session, client),
            session.getContext().getUri(),
            GeneralConstants.SAML_RESPONSE_KEY);
      }
      return Optional.empty();
    } catch (VerificationException wrong) {
      return Optional.of(RequestFault.SIGNATURE_INVALID);
    }
  }

  private static Optional<RequestFault> ofAnswer(
      ClientModel client, StatusResponseType response, UserSessionModel userSession) {
    AuthenticatedClientSessionModel clientSession =
        userSession == null
            ? null
            : userSession.getAuthenticatedClientSessionByClient(client.getId());
    String asked =
        clientSession == null ? null : clientSession.getNote(SamlRequestNotes.LOGOUT_REQUEST);
    return asked != null && Objects.equals(asked, response.getInResponseTo())
        ? Optional.empty()
        : Optional.of(RequestFault.RESPONSE_UNASKED);
  }

  private MultivaluedMap<String, String> query() {
    return session.getContext().getUri().getQueryParameters(false);
  }

  private MultivaluedMap<String, String> form() {
    return session.getContext().getHttpRequest().getDecodedFormParameters();
  }

  private static boolean signs(ClientModel client) {
    return new SamlClient(client).requiresClientSignature();
  }
}
