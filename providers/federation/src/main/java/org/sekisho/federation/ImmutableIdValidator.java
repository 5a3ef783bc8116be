package org.sekisho.federation;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.ValidatorFactory;

/**
 * User-profile validator {@code sekisho-immutable-id}: well-formed and held by no other user of the
 * tenant. Two writers that race are caught when an assertion is made, see {@link
 * Microsoft365Admission}.
 */
public final class ImmutableIdValidator implements SimpleValidator, ValidatorFactory {

  static final String ID = "sekisho-immutable-id";

  private static final String MALFORMED = "sekishoImmutableIdMalformed";
  private static final String TAKEN = "sekishoImmutableIdTaken";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public ValidationContext validate(
      Object input, String attribute, ValidationContext context, ValidatorConfig config) {
    if (input instanceof List<?> values) {
      values.stream()
          .map(String::valueOf)
          .filter(value -> !value.isBlank())
          .forEach(value -> validate(value, attribute, context));
    }
    return context;
  }

  private static void validate(String value, String attribute, ValidationContext context) {
    if (!ImmutableId.isValid(value)) {
      context.addError(new ValidationError(ID, attribute, MALFORMED));
    } else if (isTaken(value, context)) {
      context.addError(
          new ValidationError(ID, attribute, TAKEN).setStatusCode(Response.Status.CONFLICT));
    }
  }

  private static boolean isTaken(String value, ValidationContext context) {
    KeycloakSession session = context.getSession();
    UserModel self =
        UserProfileAttributeValidationContext.from(context).getAttributeContext().getUser();
    return session
        .users()
        .searchForUserByUserAttributeStream(
            session.getContext().getRealm(), ImmutableId.ATTRIBUTE, value)
        .anyMatch(holder -> self == null || !holder.getId().equals(self.getId()));
  }
}
