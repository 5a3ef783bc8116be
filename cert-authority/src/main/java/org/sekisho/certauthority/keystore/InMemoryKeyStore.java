package org.sekisho.certauthority.keystore;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sekisho.certauthority.Generation;

/** The twin for tests: keys live as long as the object. */
public final class InMemoryKeyStore implements CaKeyStore {

  private static final String SCHEME = "memory";

  private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();

  @Override
  public StoredKey create(Generation generation) {
    KeyPair pair = EcKeys.generate();
    keys.put(generation.toString(), pair);
    byte[] material = generation.toString().getBytes(StandardCharsets.UTF_8);
    return new StoredKey(SCHEME, material, pair.getPublic().getEncoded());
  }

  @Override
  public SigningKey open(Generation generation, StoredKey key) {
    String name = new String(key.material(), StandardCharsets.UTF_8);
    KeyPair pair = keys.get(name);
    if (!key.scheme().equals(SCHEME)) {
      throw new CaKeyException(CaKeyException.Reason.FOREIGN_SCHEME, key.scheme());
    }
    if (pair == null) {
      throw new CaKeyException(CaKeyException.Reason.KEY_MISSING, name);
    }
    if (!name.equals(generation.toString())) {
      throw new CaKeyException(CaKeyException.Reason.NOT_AUTHENTIC, name);
    }
    return new SigningKey(pair.getPrivate(), pair.getPublic());
  }

  @Override
  public void forget(Generation generation, StoredKey key) {
    keys.remove(generation.toString());
  }
}
