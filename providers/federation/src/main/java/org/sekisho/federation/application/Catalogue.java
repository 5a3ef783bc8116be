package org.sekisho.federation.application;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.representations.idm.ClientRepresentation;
import org.sekisho.federation.application.CatalogueEntry.Question;
import org.sekisho.tenant.plan.RealmConfig;

/** The application catalogue of this build; it does not change while the server runs. */
final class Catalogue {

  private static final String FILE = "/org/sekisho/realmconfig/catalogue.json";
  private static final Data DATA = read();
  private static final RealmConfig TEMPLATES = new RealmConfig();

  private Catalogue() {}

  /** The file; an entry names the questions, which are explained once for all. */
  private record Data(Map<String, Explanation> questions, List<CatalogueEntry> applications) {}

  private record Explanation(Map<String, String> name, Map<String, String> hint) {}

  static List<CatalogueEntry> all() {
    return DATA.applications().stream().map(Catalogue::explained).toList();
  }

  static Optional<CatalogueEntry> find(String id) {
    return all().stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  static ClientRepresentation template(CatalogueEntry entry) {
    return TEMPLATES.application(entry.template(), Map.of(), ClientRepresentation.class);
  }

  private static CatalogueEntry explained(CatalogueEntry entry) {
    return new CatalogueEntry(
        entry.id(),
        entry.protocol(),
        entry.icon(),
        entry.template(),
        entry.addable(),
        entry.name(),
        entry.description(),
        entry.asks().stream().map(Catalogue::explained).toList());
  }

  private static Question explained(Question asked) {
    Explanation explanation = DATA.questions().get(asked.member());
    return new Question(asked.member(), asked.required(), explanation.name(), explanation.hint());
  }

  private static Data read() {
    ObjectMapper json =
        new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    try (InputStream file = Catalogue.class.getResourceAsStream(FILE)) {
      return json.readValue(file, Data.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
