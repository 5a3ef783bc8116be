package org.sekisho.loginhistory.record;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecordWriterTest {

  private final CountDownLatch cancelled = new CountDownLatch(1);

  /** Waits for a lock, as it were, until it is cancelled. */
  private PreparedStatement hanging() {
    return proxy(
        PreparedStatement.class,
        name -> {
          if (name.equals("cancel")) {
            cancelled.countDown();
          } else if (name.equals("executeUpdate")) {
            throw cancelled.await(60, TimeUnit.SECONDS)
                ? new SQLException("cancelled")
                : new IllegalStateException("nobody has cancelled");
          }
          return null;
        });
  }

  private interface Answer {
    Object to(String method) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    Object made =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method.getName()));
    return type.cast(made);
  }

  @Test
  void aStoreThatHangsIsLeft() {
    PreparedStatement statement = hanging();
    Connection connection = proxy(Connection.class, name -> statement);
    LoginRecord row =
        new LoginRecord(
            "id",
            "realm",
            1L,
            RecordKind.SIGN_IN,
            "key",
            "user@example.jp",
            "192.0.2.1",
            new Device("Edge", "141", "Windows", "11", false),
            "menu",
            "openid-connect",
            null,
            null,
            null,
            null,
            null,
            null,
            "session",
            null);
    assertThatThrownBy(() -> RecordWriter.insert(connection, row))
        .isInstanceOf(SQLException.class)
        .hasMessage("cancelled");
  }
}
