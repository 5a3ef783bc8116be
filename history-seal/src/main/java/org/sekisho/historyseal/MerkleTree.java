package org.sekisho.historyseal;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The root of a hash tree over leaves that come one after another (RFC 9162 §2.1.1 with SHA-256).
 * Keeps one hash for each bit of the number of leaves, whatever their number.
 */
public final class MerkleTree {

  private static final byte NODE = 0x01;

  /** A whole subtree. */
  private static final class Subtree {
    final byte[] hash;
    final long leaves;

    Subtree(byte[] hash, long leaves) {
      this.hash = hash;
      this.leaves = leaves;
    }
  }

  /** From the largest, which holds the first leaves, to the smallest on top. */
  private final Deque<Subtree> subtrees = new ArrayDeque<>();

  private long count;

  /** Adds the hash of the next leaf. */
  public MerkleTree add(byte[] leafHash) {
    count++;
    Subtree added = new Subtree(leafHash.clone(), 1);
    while (!subtrees.isEmpty() && subtrees.peek().leaves == added.leaves) {
      Subtree left = subtrees.pop();
      added = new Subtree(node(left.hash, added.hash), left.leaves * 2);
    }
    subtrees.push(added);
    return this;
  }

  public long count() {
    return count;
  }

  /** The root over the leaves so far; for none of them the hash of nothing. */
  public byte[] root() {
    if (subtrees.isEmpty()) {
      return Sha256.begin().digest();
    }
    byte[] root = null;
    for (Subtree subtree : subtrees) {
      root = root == null ? subtree.hash : node(subtree.hash, root);
    }
    return root.clone();
  }

  private static byte[] node(byte[] left, byte[] right) {
    MessageDigest hash = Sha256.begin();
    hash.update(NODE);
    hash.update(left);
    return hash.digest(right);
  }
}
