package org.sekisho.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.keycloak.models.UserModel;

/** The attributes that a user sees of the own entry in the directory; null where none is kept. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ProfileView(
    String userId,
    String lastName,
    String firstName,
    String yomi,
    String email,
    String company,
    String department,
    String title,
    String phone,
    String locale) {

  static ProfileView of(UserModel user) {
    return new ProfileView(
        user.getUsername(),
        user.getLastName(),
        user.getFirstName(),
        user.getFirstAttribute("yomi"),
        user.getEmail(),
        user.getFirstAttribute("company"),
        user.getFirstAttribute("department"),
        user.getFirstAttribute("title"),
        user.getFirstAttribute("phone"),
        user.getFirstAttribute(UserModel.LOCALE));
  }
}
