package org.sekisho.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A mail that says what happened, a few facts and what to do, in the reader's language.
 *
 * @param notice the messages {@code Subject}, {@code Intro} and {@code Advice} begin with it
 * @param facts lines with {@code label}, the name of a message, and {@code value}; the template
 *     {@code sekisho-notice.ftl} tells what else they may have
 */
public record FactsMail(String notice, List<Map<String, String>> facts) {

  private static final String TEMPLATE = "sekisho-notice.ftl";

  /** A line of two. */
  public static Map<String, String> fact(String label, String value) {
    return Map.of("label", label, "value", value);
  }

  /**
   * Sends to the reader's own address.
   *
   * @throws IllegalStateException where the relay does not take it
   */
  public void send(KeycloakSession session, RealmModel tenant, UserModel reader) {
    send(session, tenant, reader, null);
  }

  /**
   * Sends to another address than the reader's own.
   *
   * @param address null for the own one
   * @throws IllegalStateException where the relay does not take it
   */
  public void send(KeycloakSession session, RealmModel tenant, UserModel reader, String address) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("notice", notice);
    attributes.put("facts", facts);
    attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
    String subject = notice + "Subject";
    EmailTemplateProvider mail =
        session.getProvider(EmailTemplateProvider.class).setRealm(tenant).setUser(reader);
    try {
      if (address == null) {
        mail.send(subject, TEMPLATE, attributes);
      } else {
        mail.send(subject, TEMPLATE, attributes, address);
      }
    } catch (EmailException failed) {
      throw new IllegalStateException("the relay did not take it: " + failed.getMessage(), failed);
    }
  }
}
