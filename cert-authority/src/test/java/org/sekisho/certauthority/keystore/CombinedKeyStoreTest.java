package org.sekisho.certauthority.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sekisho.certauthority.Generation;

/** Keys are made in one store and opened in each. */
class CombinedKeyStoreTest {

  private static final Generation G1 = new Generation("agency-1", 1);

  private final InMemoryKeyStore former = new InMemoryKeyStore();
  private final WrappedKeyStore wrapped =
      new WrappedKeyStore(
          KeyEncryptionKeys.parse("k1:" + Base64.getEncoder().encodeToString(new byte[32])),
          new SecureRandom());
  private final CombinedKeyStore store =
      new CombinedKeyStore("wrapped", Map.of("wrapped", wrapped, "memory", former));

  @Test
  void newKeysComeFromTheCurrentStoreAndFormerOnesStillOpen() {
    StoredKey old = former.create(G1);
    StoredKey made = store.create(G1);
    assertThat(made.scheme()).isEqualTo("wrapped");
    assertThat(store.open(G1, made).publicKey()).isEqualTo(made.subjectPublicKeyInfo());
    assertThat(store.open(G1, old).publicKey()).isEqualTo(old.subjectPublicKeyInfo());
  }

  @Test
  void aKeyIsForgottenWhereItWasMade() {
    StoredKey old = former.create(G1);
    store.forget(G1, old);
    assertThatThrownBy(() -> store.open(G1, old)).hasMessageContaining("KEY_MISSING");
  }

  @Test
  void aKeyOfAStoreThatIsNotThereDoesNotOpen() {
    StoredKey foreign = new StoredKey("pkcs11", new byte[0], former.create(G1).publicKey());
    assertThatThrownBy(() -> store.open(G1, foreign)).hasMessageContaining("FOREIGN_SCHEME");
    assertThatThrownBy(() -> store.forget(G1, foreign)).hasMessageContaining("FOREIGN_SCHEME");
    assertThatThrownBy(() -> new CombinedKeyStore("pkcs11", Map.of("wrapped", wrapped)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
