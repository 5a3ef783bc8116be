package org.sekisho.portal;

import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.PortalCaller;

/**
 * The language that a user wants.
 *
 * @param locale language tag, such as {@code ja}
 */
record LocaleChoice(String locale) {

  boolean isOfferedIn(RealmModel realm) {
    return realm.getSupportedLocalesStream().anyMatch(offered -> offered.equals(locale));
  }

  void applyTo(KeycloakSession session, PortalCaller caller) {
    String before = caller.user().getFirstAttribute(UserModel.LOCALE);
    caller.user().setSingleAttribute(UserModel.LOCALE, locale);
    new EventBuilder(caller.realm(), session, session.getContext().getConnection())
        .event(EventType.UPDATE_PROFILE)
        .client(caller.client())
        .user(caller.user())
        .session(caller.userSession())
        .detail(Details.PREF_PREVIOUS + UserModel.LOCALE, before)
        .detail(Details.PREF_UPDATED + UserModel.LOCALE, locale)
        .success();
  }
}
