package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.Sha256;
import org.sekisho.certauthority.keystore.KeyEncryptionKeys;
import org.sekisho.certauthority.keystore.SigningKey;
import org.sekisho.certauthority.keystore.StoredKey;
import org.sekisho.certauthority.keystore.WrappedKeyStore;
import org.sekisho.launcher.DevicePki;
import org.sekisho.launcher.Http;

/**
 * The issuing CA of a tenant in the hands of a test, which has the server's key-encryption key: for
 * certificates that a server issued long ago.
 */
final class TenantAuthority {

  private final TestTenant tenant;
  private final SigningKey key;

  private TenantAuthority(TestTenant tenant, SigningKey key) {
    this.tenant = tenant;
    this.key = key;
  }

  static TenantAuthority of(TestTenant tenant) throws IOException {
    JsonNode row =
        Http.send("POST", tenant.url() + "/test-access/issuing-ca", null, null)
            .orFail("The issuing CA's row")
            .body();
    WrappedKeyStore store =
        new WrappedKeyStore(
            KeyEncryptionKeys.parse(DevicePki.in(Setup.LAYOUT.devicePki()).keyEncryptionKeys()),
            new SecureRandom());
    StoredKey stored =
        new StoredKey(row.get("scheme").asText(), octets(row, "material"), octets(row, "public"));
    return new TenantAuthority(tenant, store.open(new Generation(tenant.id, 1), stored));
  }

  private static byte[] octets(JsonNode row, String member) {
    return Base64.getDecoder().decode(row.get(member).asText());
  }

  /** Another certificate for the device, of which the server knows nothing. */
  TestDevice certify(TestDevice device, Instant end) {
    X509Certificate own = device.chain().get(0);
    X509Certificate leaf =
        TestLeaf.signed(
            X500Name.getInstance(own.getIssuerX500Principal().getEncoded()),
            key.publicKey(),
            X500Name.getInstance(own.getSubjectX500Principal().getEncoded()),
            SubjectPublicKeyInfo.getInstance(own.getPublicKey().getEncoded()),
            end,
            key.signer());
    return new TestDevice(device.id(), device.key(), List.of(leaf, device.chain().get(1)));
  }

  /** Has the device's row say that this is its certificate, and when it ends. */
  void register(TestDevice device, Instant end) throws CertificateEncodingException {
    X509Certificate leaf = device.chain().get(0);
    String query =
        "?device=%s&fingerprint=%s&end=%d"
            .formatted(device.id(), Sha256.hex(leaf.getEncoded()), end.toEpochMilli());
    Http.send("POST", tenant.url() + "/test-access/device-certificate" + query, null, null)
        .orFail("The device's row");
  }
}
