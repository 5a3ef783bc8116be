package org.sekisho.federation.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/**
 * An entry of the application catalogue.
 *
 * @param template name of the client's template in {@code realm-config}
 * @param addable whether it is added by administrators; else it is opened with the tenant
 * @param name by language
 * @param asks what an administrator is asked for
 */
record CatalogueEntry(
    String id,
    String protocol,
    String icon,
    String template,
    boolean addable,
    Map<String, String> name,
    Map<String, String> description,
    List<Question> asks) {

  static final String SAML = "saml";

  /**
   * Something that is asked for.
   *
   * @param member of the request
   */
  record Question(
      String member, boolean required, Map<String, String> name, Map<String, String> hint) {}

  @JsonIgnore
  boolean isSaml() {
    return protocol.equals(SAML);
  }
}
