package org.sekisho.historyseal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealedRecordTest {

  private static final Set<String> NOT_IN_THE_HASH = Set.of("commitment", "leaf");

  private static Object[] values() throws ReflectiveOperationException {
    RecordComponent[] fields = SealedRecord.class.getRecordComponents();
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = value(fields[i], "");
    }
    return values;
  }

  private static Object value(RecordComponent field, String other) {
    if (NOT_IN_THE_HASH.contains(field.getName())) {
      return null;
    }
    if (field.getType() == Long.class) {
      return other.isEmpty() ? 1L : 2L;
    }
    return field.getType() == Boolean.class ? (Object) other.isEmpty() : field.getName() + other;
  }

  private static String leaf(Object[] values) throws ReflectiveOperationException {
    Constructor<?> constructor = SealedRecord.class.getDeclaredConstructors()[0];
    return HexFormat.of().formatHex(((SealedRecord) constructor.newInstance(values)).leafHash());
  }

  @Test
  void everyFieldIsPartOfTheHash() throws ReflectiveOperationException {
    RecordComponent[] fields = SealedRecord.class.getRecordComponents();
    for (int i = 0; i < fields.length; i++) {
      if (NOT_IN_THE_HASH.contains(fields[i].getName())) {
        continue;
      }
      Object[] changed = values();
      changed[i] = value(fields[i], "x");
      assertThat(leaf(changed)).as(fields[i].getName()).isNotEqualTo(leaf(values()));
      if (!fields[i].getName().equals("salt")) {
        Object[] missing = values();
        missing[i] = null;
        Object[] empty = values();
        empty[i] = fields[i].getType() == String.class ? "" : empty[i];
        assertThat(leaf(missing)).as(fields[i].getName()).isNotIn(leaf(values()), leaf(empty));
      }
    }
  }

  @Test
  void aPseudonymKeepsTheHash() {
    SealedRecord whole = record("k-1", "taro@agency.example", "00112233445566778899aabbccddeeff");
    SealedRecord pseudonymous =
        new SealedRecord(
            "id",
            "t",
            1L,
            "SIGN_IN",
            "gone-1",
            "gone-1",
            "203.0.113.9",
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            whole.userCommitment(),
            null);
    assertThat(pseudonymous.state()).isEqualTo(SealedRecord.State.PSEUDONYMOUS);
    assertThat(pseudonymous.leafHash()).isEqualTo(whole.leafHash());
  }

  @Test
  void withoutTheSaltNobodyFindsOutWhoItWas() {
    String salted = record("k-1", "taro@agency.example", "00").userCommitment();
    assertThat(record("k-1", "taro@agency.example", "01").userCommitment()).isNotEqualTo(salted);
  }

  private static SealedRecord record(String key, String id, String salt) {
    return new SealedRecord(
        "id",
        "t",
        1L,
        "SIGN_IN",
        key,
        id,
        "203.0.113.9",
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        salt,
        null,
        null);
  }
}
