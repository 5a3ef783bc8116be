package org.sekisho.federation.microsoft365;

import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.component.ComponentModel;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.Attributes;
import org.keycloak.keys.GeneratedRsaKeyProviderFactory;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.federation.certificate.CertificateFacts;

/**
 * The realm's RSA signing keys: Keycloak signs assertions with the active one of the highest
 * priority, and publishes the passive ones in its metadata.
 */
final class SigningKeys {

  private final KeycloakSession session;
  private final RealmModel realm;

  SigningKeys(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** The component that holds the key that signs now. */
  String active() {
    return activeKey().getProviderId();
  }

  KeyWrapper activeKey() {
    return session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.RS256);
  }

  String activeCertificate() {
    return base64(activeKey());
  }

  /** Those of all keys that are not switched off. */
  Set<String> certificates() {
    return session
        .keys()
        .getKeysStream(realm, KeyUse.SIG, Algorithm.RS256)
        .filter(key -> key.getCertificate() != null)
        .map(SigningKeys::base64)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The certificate of a component's key. */
  String certificate(String component) {
    return session
        .keys()
        .getKeysStream(realm)
        .filter(key -> component.equals(key.getProviderId()))
        .map(SigningKeys::base64)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a signing key of the realm is gone"));
  }

  /** SHA-256 of a component's certificate, as the portal's page shows it. */
  String fingerprint(String component) {
    return CertificateFacts.parse(certificate(component))
        .map(found -> CertificateFacts.of(found).sha256())
        .orElseThrow(() -> new IllegalStateException("a certificate that cannot be read"));
  }

  /** Makes a key that is published and signs nothing yet. */
  String createPassive(long now) {
    ComponentModel key = new ComponentModel();
    key.setName("sekisho-" + now);
    key.setParentId(realm.getId());
    key.setProviderId(GeneratedRsaKeyProviderFactory.ID);
    key.setProviderType(KeyProvider.class.getName());
    key.put(Attributes.PRIORITY_KEY, priority(active()));
    key.put(Attributes.ENABLED_KEY, true);
    key.put(Attributes.ACTIVE_KEY, false);
    key.put(Attributes.ALGORITHM_KEY, Algorithm.RS256);
    return realm.addComponentModel(key).getId();
  }

  /** From now on the one key signs, and the other is only published. */
  void activate(String component, String insteadOf) {
    ComponentModel next = realm.getComponent(component);
    next.put(Attributes.PRIORITY_KEY, priority(insteadOf) + 1);
    next.put(Attributes.ACTIVE_KEY, true);
    realm.updateComponent(next);
    ComponentModel old = realm.getComponent(insteadOf);
    old.put(Attributes.ACTIVE_KEY, false);
    realm.updateComponent(old);
  }

  /** What it has signed counts no more. */
  void disable(String component) {
    ComponentModel key = realm.getComponent(component);
    if (key != null) {
      key.put(Attributes.ENABLED_KEY, false);
      realm.updateComponent(key);
    }
  }

  private long priority(String component) {
    return realm.getComponent(component).get(Attributes.PRIORITY_KEY, 0L);
  }

  private static String base64(KeyWrapper key) {
    try {
      return Base64.getEncoder().encodeToString(key.getCertificate().getEncoded());
    } catch (CertificateEncodingException unreadable) {
      throw new IllegalStateException("a certificate that cannot be written", unreadable);
    }
  }
}
