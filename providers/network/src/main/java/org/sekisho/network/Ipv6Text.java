package org.sekisho.network;

import java.util.ArrayList;
import java.util.List;

/** Writes an IPv6 address as RFC 5952 §4 recommends, so that one address has one text. */
final class Ipv6Text {

  private static final int GROUPS = 8;

  private Ipv6Text() {}

  static String of(long high, long low) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < 4; i++) {
      groups[i] = (int) (high >>> (48 - 16 * i) & 0xffff);
      groups[i + 4] = (int) (low >>> (48 - 16 * i) & 0xffff);
    }
    int from = 0;
    int length = 0;
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zerosFrom(groups, i);
      if (zeros > length) {
        from = i;
        length = zeros;
      }
    }
    // RFC 5952 §4.2.2: a single group of zeros is not shortened.
    return length < 2
        ? joined(groups, 0, GROUPS)
        : joined(groups, 0, from) + "::" + joined(groups, from + length, GROUPS);
  }

  private static int zerosFrom(int[] groups, int start) {
    int end = start;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - start;
  }

  private static String joined(int[] groups, int from, int to) {
    List<String> texts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      texts.add(Integer.toHexString(groups[i]));
    }
    return String.join(":", texts);
  }
}
