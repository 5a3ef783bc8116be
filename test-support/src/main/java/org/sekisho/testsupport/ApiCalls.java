package org.sekisho.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The calls of a REST API, such as {@code GET /a/{id}}: as they are built and as described. */
public final class ApiCalls {

  /** What a path of an OpenAPI document may have besides its operations. */
  private static final String PARAMETERS = "parameters";

  private ApiCalls() {}

  /**
   * Those of a JAX-RS resource and of the resources that it leads to.
   *
   * @param path of the resource, without a slash at its end
   */
  public static Set<String> of(Class<?> resource, String path) {
    Set<String> calls = new TreeSet<>();
    collect(resource, path, calls);
    return calls;
  }

  private static void collect(Class<?> resource, String path, Set<String> calls) {
    for (Method method : resource.getDeclaredMethods()) {
      Path own = method.getAnnotation(Path.class);
      String here = own == null ? path : path + "/" + own.value();
      Optional<String> verb = verb(method);
      if (verb.isPresent()) {
        calls.add(verb.get() + " " + here);
      } else if (own != null) {
        collect(method.getReturnType(), here, calls);
      }
    }
  }

  private static Optional<String> verb(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }

  /** Those that an OpenAPI document describes. */
  public static Set<String> describedIn(JsonNode document) {
    Set<String> calls = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        name -> {
                          if (!name.equals(PARAMETERS)) {
                            calls.add(name.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return calls;
  }

  /**
   * Reads the document.
   *
   * @param name as {@link Class#getResourceAsStream} takes it
   */
  public static JsonNode document(Class<?> neighbour, String name) {
    try (InputStream file = neighbour.getResourceAsStream(name)) {
      return new ObjectMapper().readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
