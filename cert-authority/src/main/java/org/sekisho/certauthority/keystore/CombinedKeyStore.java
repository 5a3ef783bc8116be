package org.sekisho.certauthority.keystore;

import java.util.Map;
import org.sekisho.certauthority.Generation;

/**
 * Several stores beside each other, as where keys are to move from one kind to the other with the
 * next generation: new keys are made in one of them, each key is opened where it was made.
 */
public final class CombinedKeyStore implements CaKeyStore {

  private final CaKeyStore current;
  private final Map<String, CaKeyStore> byScheme;

  /**
   * Combines stores.
   *
   * @param current scheme of the store in which keys are made, see {@link StoredKey#scheme()}
   * @param byScheme the stores; throws {@link IllegalArgumentException} without the current one
   */
  public CombinedKeyStore(String current, Map<String, CaKeyStore> byScheme) {
    if (!byScheme.containsKey(current)) {
      throw new IllegalArgumentException("no store of the scheme " + current);
    }
    this.current = byScheme.get(current);
    this.byScheme = Map.copyOf(byScheme);
  }

  @Override
  public StoredKey create(Generation generation) {
    return current.create(generation);
  }

  @Override
  public SigningKey open(Generation generation, StoredKey key) {
    return of(key).open(generation, key);
  }

  @Override
  public void forget(Generation generation, StoredKey key) {
    of(key).forget(generation, key);
  }

  private CaKeyStore of(StoredKey key) {
    CaKeyStore store = byScheme.get(key.scheme());
    if (store == null) {
      throw new CaKeyException(CaKeyException.Reason.FOREIGN_SCHEME, key.scheme());
    }
    return store;
  }
}
