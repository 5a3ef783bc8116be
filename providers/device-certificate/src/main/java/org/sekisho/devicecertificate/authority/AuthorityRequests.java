package org.sekisho.devicecertificate.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.issuing.IssuingCertificateCheck;
import org.sekisho.certauthority.issuing.IssuingProblem;
import org.sekisho.certauthority.issuing.IssuingRequest;
import org.sekisho.certauthority.keystore.CaKeyStore;
import org.sekisho.certauthority.keystore.StoredKey;
import org.sekisho.certauthority.pem.PemFile;
import org.sekisho.devicecertificate.DeviceCertificates;
import org.sekisho.devicecertificate.authority.AuthorityEntity.State;

/**
 * The server's part of the root ceremony: makes the key of an issuing CA and asks for a signature,
 * and takes what the root, which is never here, has signed.
 */
public final class AuthorityRequests {

  private final RealmModel tenant;
  private final DeviceCertificates server;
  private final Authorities authorities;

  public AuthorityRequests(KeycloakSession session, RealmModel tenant) {
    this.tenant = tenant;
    this.server = DeviceCertificates.of(session);
    this.authorities = new Authorities(session, tenant);
  }

  /** The request that waits, or a new one for the next generation. */
  public AuthorityEntity request() {
    return authorities.all().stream()
        .filter(found -> found.state == State.REQUESTED)
        .findFirst()
        .orElseGet(this::next);
  }

  private AuthorityEntity next() {
    int number = authorities.all().stream().mapToInt(found -> found.generation).max().orElse(0) + 1;
    Generation generation = new Generation(tenant.getName(), number);
    CaKeyStore store = server.keys();
    StoredKey key = store.create(generation);
    AuthorityEntity made = new AuthorityEntity();
    made.id = UUID.randomUUID().toString();
    made.realmId = tenant.getId();
    made.tenant = tenant.getName();
    made.generation = number;
    made.state = State.REQUESTED;
    AuthorityKeys.store(key, made);
    made.request =
        PemFile.ofRequests(List.of(IssuingRequest.create(generation, store.open(generation, key))));
    made.createdAt = Time.currentTimeMillis();
    made.changedAt = made.createdAt;
    authorities.add(made);
    return made;
  }

  /**
   * Takes a certificate that the root has signed.
   *
   * @param pem of one certificate
   * @throws IllegalArgumentException saying why it is not taken
   */
  public AuthorityEntity take(int generation, String pem) {
    AuthorityEntity waiting =
        authorities
            .generation(generation)
            .filter(found -> found.state == State.REQUESTED)
            .orElseThrow(() -> new IllegalArgumentException("no request of that generation waits"));
    X509Certificate certificate = Pem.certificate(pem);
    Optional<IssuingProblem> problem =
        new IssuingCertificateCheck(root())
            .check(
                certificate,
                AuthorityKeys.generation(waiting),
                AuthorityKeys.stored(waiting).publicKey(),
                Instant.ofEpochMilli(Time.currentTimeMillis()));
    if (problem.isPresent()) {
      throw new IllegalArgumentException(problem.get().name());
    }
    waiting.certificate = Pem.of(certificate);
    waiting.state = State.ACTIVE;
    waiting.changedAt = Time.currentTimeMillis();
    return waiting;
  }

  private X509Certificate root() {
    try {
      return Pem.certificate(Files.readString(server.config().orElseThrow().root()));
    } catch (IOException unreadable) {
      throw new IllegalStateException("The root's certificate cannot be read", unreadable);
    }
  }
}
