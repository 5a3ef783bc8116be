package org.sekisho.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The login theme's own files, and those of the Keycloak themes it inherits from. */
final class LoginTheme {

  private static final Path OWN = Path.of("src/main/resources/theme/sekisho/login");

  /** Nearest last, so that a nearer template replaces a farther one. */
  private static final List<String> PARENTS = List.of("base", "keycloak.v2");

  private LoginTheme() {}

  static Map<String, String> ownTemplates() {
    return texts(OWN, ".ftl");
  }

  static Map<String, String> ownFiles(String folder, String suffix) {
    return texts(OWN.resolve(folder), suffix);
  }

  /** Every template that Keycloak can find under this theme, as it would resolve it. */
  static Map<String, String> effectiveTemplates() {
    Map<String, String> templates = new TreeMap<>();
    for (String parent : PARENTS) {
      templates.putAll(parentTemplates(parent));
    }
    templates.putAll(ownTemplates());
    return templates;
  }

  static Properties ownMessages(String language) {
    Path file = OWN.resolve("messages/messages_" + language + ".properties");
    try (InputStreamReader reader =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      Properties messages = new Properties();
      messages.load(reader);
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Properties keycloakMessages(String language) {
    String name = "/theme/base/login/messages/messages_" + language + ".properties";
    try (InputStream stream = LoginTheme.class.getResourceAsStream(name);
        InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      Properties messages = new Properties();
      messages.load(reader);
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> parentTemplates(String theme) {
    try {
      URI folder = LoginTheme.class.getResource("/theme/" + theme + "/login/template.ftl").toURI();
      String jar = folder.toString().substring(0, folder.toString().indexOf('!'));
      try (FileSystem files = FileSystems.newFileSystem(URI.create(jar), Map.of())) {
        return texts(files.getPath("/theme", theme, "login"), ".ftl");
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> texts(Path folder, String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      Map<String, String> texts = new TreeMap<>();
      for (Path file : files.filter(path -> path.toString().endsWith(suffix)).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
