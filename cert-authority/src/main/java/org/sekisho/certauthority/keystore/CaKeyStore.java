package org.sekisho.certauthority.keystore;

import org.sekisho.certauthority.Generation;

/**
 * Where the private keys of issuing CAs live. A store makes a key of P-256 and gives back what the
 * caller keeps beside its other rows; only the same kind of store can open it again.
 */
public interface CaKeyStore {

  /** Throws {@link CaKeyException} where the store cannot make a key. */
  StoredKey create(Generation generation);

  /**
   * Throws {@link CaKeyException} for a key of another store, of another generation or tenant, or
   * one that was changed.
   */
  SigningKey open(Generation generation, StoredKey key);

  /**
   * Destroys what the store itself holds of the key, for a tenant that leaves. The caller deletes
   * the row. Does nothing where the key is already gone.
   */
  void forget(Generation generation, StoredKey key);
}
