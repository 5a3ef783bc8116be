package org.sekisho.devicecertificate;

import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.sekisho.certauthority.keystore.CaKeyStore;
import org.sekisho.certauthority.keystore.WrappedKeyStore;
import org.sekisho.core.DeviceRegister;
import org.sekisho.core.DeviceRegisterFactory;
import org.sekisho.devicecertificate.authority.KeyStores;
import org.sekisho.devicecertificate.listener.CertauthListener;

/**
 * Answers which devices may be used, and starts and stops the listener with the server. The
 * server's configuration is read here, see {@link DeviceConfig}.
 */
public final class DeviceCertificates implements DeviceRegisterFactory {

  private Optional<DeviceConfig> config = Optional.empty();
  private Optional<CertauthListener> listener = Optional.empty();
  private Optional<KeyStores> keys = Optional.empty();

  /** What the server was configured with. */
  public static DeviceCertificates of(KeycloakSession session) {
    return (DeviceCertificates)
        session.getKeycloakSessionFactory().getProviderFactory(DeviceRegister.class);
  }

  /**
   * Where the private keys of issuing CAs are.
   *
   * @throws IllegalStateException where the server has no device certificates
   */
  public CaKeyStore keys() {
    return keys.map(KeyStores::all)
        .orElseThrow(() -> new IllegalStateException("The server has no device certificates."));
  }

  /** The key store in the database, where the server has key-encryption keys. */
  public Optional<WrappedKeyStore> wrapped() {
    return keys.flatMap(KeyStores::wrapped);
  }

  /** The configuration; empty where the server has no device certificates. */
  public Optional<DeviceConfig> config() {
    return config;
  }

  @Override
  public DeviceRegister create(KeycloakSession session) {
    return new RegisteredDevices(session);
  }

  @Override
  public void init(Config.Scope scope) {
    config = DeviceConfig.of(scope);
    keys = config.map(set -> KeyStores.of(scope));
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof PostMigrationEvent) {
            listener = config.map(set -> new CertauthListener(set, factory));
            DeviceJobs.schedule(factory, listener);
            listener.ifPresent(ours -> start(ours, factory));
          }
        });
  }

  /** With the issuers of all tenants from the first handshake on. */
  private static void start(CertauthListener ours, KeycloakSessionFactory factory) {
    KeycloakModelUtils.runJobInTransaction(factory, ours::learnIssuers);
    ours.start();
  }

  @Override
  public String getId() {
    return "sekisho";
  }

  @Override
  public void close() {
    listener.ifPresent(CertauthListener::close);
  }
}
