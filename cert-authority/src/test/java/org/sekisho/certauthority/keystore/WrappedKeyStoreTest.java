package org.sekisho.certauthority.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.certauthority.Generation;

class WrappedKeyStoreTest {

  private static final Generation G1 = new Generation("agency-1", 1);
  private static final String OLD = "2026:" + octets(32, 'o');
  private static final String NEW = "2027:" + octets(32, 'n');

  private final WrappedKeyStore store = store(OLD);

  private static WrappedKeyStore store(String keks) {
    return new WrappedKeyStore(KeyEncryptionKeys.parse(keks), new SecureRandom());
  }

  private static String octets(int count, char octet) {
    byte[] octets = String.valueOf(octet).repeat(count).getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(octets);
  }

  private static void assertRefused(CaKeyException.Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CaKeyException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void aKeyIsOpenedAgainAndSigns() {
    StoredKey key = store.create(G1);
    SigningKey opened = store(OLD).open(G1, key);
    assertThat(opened.publicKey()).isEqualTo(key.subjectPublicKeyInfo());
    assertThat(opened.signer().getSignature()).isNotEmpty();
    assertThat(key.material()).hasSizeLessThan(1024);
  }

  @Test
  void theRowDoesNotHoldTheKeyInClear() {
    StoredKey key = store.create(G1);
    String material = new String(key.material(), StandardCharsets.ISO_8859_1);
    String ecPublicKeyOid =
        new String(
            new byte[] {42, (byte) 134, 72, (byte) 206, 61, 2, 1}, StandardCharsets.ISO_8859_1);
    assertThat(material).doesNotContain(ecPublicKeyOid);
    assertThat(new String(store.create(G1).material(), StandardCharsets.ISO_8859_1))
        .isNotEqualTo(material);
  }

  @Test
  void aRowOfAnotherTenantOrGenerationDoesNotOpen() {
    StoredKey key = store.create(G1);
    assertRefused(
        CaKeyException.Reason.NOT_AUTHENTIC, () -> store.open(new Generation("agency-2", 1), key));
    assertRefused(
        CaKeyException.Reason.NOT_AUTHENTIC, () -> store.open(new Generation("agency-1", 2), key));
  }

  @Test
  void thePublicKeyBesideItCannotBeSwapped() {
    StoredKey key = store.create(G1);
    StoredKey swapped = new StoredKey(key.scheme(), key.material(), store.create(G1).publicKey());
    assertRefused(CaKeyException.Reason.NOT_AUTHENTIC, () -> store.open(G1, swapped));
  }

  @Test
  void noOctetCanBeChangedOrLost() {
    StoredKey key = store.create(G1);
    byte[] material = key.material();
    for (int i = 0; i < material.length; i++) {
      byte[] changed = material.clone();
      changed[i] ^= 1;
      assertThatThrownBy(
              () -> store.open(G1, new StoredKey(key.scheme(), changed, key.publicKey())))
          .as("octet " + i)
          .isInstanceOf(CaKeyException.class);
      byte[] cut = Arrays.copyOf(material, i);
      assertThatThrownBy(() -> store.open(G1, new StoredKey(key.scheme(), cut, key.publicKey())))
          .isInstanceOf(CaKeyException.class);
    }
  }

  @Test
  void aKeyIsWrappedAnewUnderTheCurrentKekAndTheOldOneCanGo() {
    StoredKey key = store.create(G1);
    WrappedKeyStore rotating = store(NEW + ", " + OLD);
    assertThat(rotating.needsRewrap(key)).isTrue();
    StoredKey anew = rotating.rewrap(G1, key);
    assertThat(rotating.needsRewrap(anew)).isFalse();
    assertThat(store(NEW).open(G1, anew).publicKey()).isEqualTo(key.subjectPublicKeyInfo());
    assertRefused(CaKeyException.Reason.KEK_UNKNOWN, () -> store(NEW).open(G1, key));
  }

  @Test
  void anotherKekOfTheSameNameDoesNotOpen() {
    StoredKey key = store.create(G1);
    assertRefused(
        CaKeyException.Reason.NOT_AUTHENTIC, () -> store("2026:" + octets(32, 'x')).open(G1, key));
  }

  @Test
  void keysOfOtherStoresAreNotTouched() {
    StoredKey foreign = new InMemoryKeyStore().create(G1);
    assertRefused(CaKeyException.Reason.FOREIGN_SCHEME, () -> store.open(G1, foreign));
    assertRefused(
        CaKeyException.Reason.FOREIGN_SCHEME,
        () -> new InMemoryKeyStore().open(G1, store.create(G1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", ":AAAA", "A:AAAA", "a:AAAA", "a:!", "a:b,a:c"})
  void aConfigurationThatIsNoneIsRefusedWithoutQuotingIt(String configured) {
    assertThatThrownBy(() -> KeyEncryptionKeys.parse(configured))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("AAAA");
    assertThatThrownBy(() -> KeyEncryptionKeys.parse(OLD + "," + OLD))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingSecretIsPrinted() {
    assertThat(KeyEncryptionKeys.parse(OLD)).hasToString("KeyEncryptionKeys[2026]");
    assertThat(store.create(G1)).hasToString("StoredKey[wrapped]");
  }
}
