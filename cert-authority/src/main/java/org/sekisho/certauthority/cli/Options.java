package org.sekisho.certauthority.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments behind a verb: {@code --name value}, known switches, and at most one file. */
final class Options {

  private static final Set<String> SWITCHES = Set.of("--first");
  private static final String FILE = "FILE";

  private final Map<String, String> values = new HashMap<>();

  private Options() {}

  /** Throws {@link WrongCall} for an option the verb does not have, or one that came twice. */
  static Options of(String[] arguments, Set<String> known) throws WrongCall {
    Options options = new Options();
    Set<String> allowed = new HashSet<>(known);
    allowed.add("--lang");
    for (int i = 1; i < arguments.length; i++) {
      String name = arguments[i].startsWith("--") ? arguments[i] : FILE;
      if (!allowed.contains(name)) {
        throw new WrongCall(arguments[i]);
      }
      boolean takesNext = !name.equals(FILE) && !SWITCHES.contains(name);
      if (takesNext && i + 1 == arguments.length) {
        throw new WrongCall(name);
      }
      String value = takesNext ? arguments[++i] : arguments[i];
      if (options.values.put(name, value) != null) {
        throw new WrongCall(name);
      }
    }
    return options;
  }

  /** The language of the texts, also where the rest of the call is wrong. */
  static String language(String[] arguments) {
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals("--lang")) {
        return arguments[i + 1];
      }
    }
    return Locale.getDefault().getLanguage();
  }

  String required(String name) throws WrongCall {
    return find(name).orElseThrow(() -> new WrongCall(name));
  }

  Path requiredPath(String name) throws WrongCall {
    return Path.of(required(name));
  }

  Path file() throws WrongCall {
    return requiredPath(FILE);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }
}
