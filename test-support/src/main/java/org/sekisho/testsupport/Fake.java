package org.sekisho.testsupport;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Stands in for Keycloak's interfaces: the methods that are named answer, all others fail. */
public final class Fake {

  /** What a method answers to its arguments. */
  public interface Answer {
    Object to(Object... arguments);
  }

  private Fake() {}

  public static <T> T of(Class<T> type, Map<String, Answer> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Answer answer = answers.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(type + "." + method.getName());
              }
              return answer.to(arguments == null ? new Object[0] : arguments);
            }));
  }
}
