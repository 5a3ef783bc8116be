package org.sekisho.historyseal;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A seal, and the leaves of its records that have not been met yet. */
final class SealedPeriod {

  private final Seal seal;
  private final boolean leavesAreRight;
  private final Map<String, String> expected = new LinkedHashMap<>();

  SealedPeriod(Seal seal, List<String> leaves) {
    this.seal = seal;
    MerkleTree tree = new MerkleTree();
    boolean readable = leaves != null;
    for (String line : readable ? leaves : List.<String>of()) {
      int blank = line.indexOf(' ');
      String leaf = blank < 0 ? "" : line.substring(blank + 1);
      readable &= leaf.matches("[0-9a-f]{64}");
      if (readable) {
        tree.add(HexFormat.of().parseHex(leaf));
        expected.put(line.substring(0, blank), leaf);
      }
    }
    leavesAreRight =
        readable
            && tree.count() == seal.count()
            && HexFormat.of().formatHex(tree.root()).equals(seal.root());
  }

  Seal seal() {
    return seal;
  }

  boolean leavesAreRight() {
    return leavesAreRight;
  }

  /** The leaf that was sealed for a record; null where none was, or it was met before. */
  String meet(String id) {
    return expected.remove(id);
  }

  /** The records that were sealed and not met. */
  Set<String> missing() {
    return expected.keySet();
  }
}
