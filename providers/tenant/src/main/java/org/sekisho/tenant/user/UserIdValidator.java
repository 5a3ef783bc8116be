package org.sekisho.tenant.user;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.ValidatorFactory;
import org.sekisho.core.Tenant;
import org.sekisho.core.UserId;

/** User-profile validator {@code sekisho-user-id}: a user ID in one of the tenant's domains. */
public final class UserIdValidator implements SimpleValidator, ValidatorFactory {

  static final String ID = "sekisho-user-id";
  static final String FOREIGN_DOMAIN = "sekishoUserIdForeignDomain";
  static final String LIMIT_REACHED = "sekishoIdLimitReached";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public ValidationContext validate(
      Object input, String attribute, ValidationContext context, ValidatorConfig config) {
    String value =
        input instanceof List<?> values && !values.isEmpty() ? String.valueOf(values.get(0)) : "";
    Optional<UserId> userId = UserId.parse(value);
    if (userId.isEmpty() || !isCanonical(userId.get(), value)) {
      context.addError(new ValidationError(ID, attribute, "sekishoUserIdMalformed"));
    } else if (!isOwned(userId.get(), context)) {
      context.addError(new ValidationError(ID, attribute, FOREIGN_DOMAIN));
    } else if (isNew(context) && !isWithinPlan(context)) {
      context.addError(new ValidationError(ID, attribute, LIMIT_REACHED));
    }
    return context;
  }

  /** Keycloak stores the text as it is: full-width letters would never match a sign-in. */
  private static boolean isCanonical(UserId userId, String value) {
    return userId.toString().equals(value.toLowerCase(Locale.ROOT));
  }

  private static boolean isNew(ValidationContext context) {
    return context instanceof UserProfileAttributeValidationContext profile
        && profile.getAttributeContext().getUser() == null;
  }

  /** Here for the clear message; the user storage refuses as well. */
  private static boolean isWithinPlan(ValidationContext context) {
    KeycloakSession session = context.getSession();
    return new IdLimit(session).admitsOneMore(session.getContext().getRealm());
  }

  private static boolean isOwned(UserId userId, ValidationContext context) {
    return Tenant.of(context.getSession().getContext().getRealm())
        .map(tenant -> tenant.owns(userId.domain()))
        .orElse(false);
  }
}
