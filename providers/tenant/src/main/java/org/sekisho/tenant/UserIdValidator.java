package org.sekisho.tenant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
      context.addError(new ValidationError(ID, attribute, "sekishoUserIdForeignDomain"));
    }
    return context;
  }

  /** Keycloak stores the text as it is: full-width letters would never match a sign-in. */
  private static boolean isCanonical(UserId userId, String value) {
    return userId.toString().equals(value.toLowerCase(Locale.ROOT));
  }

  private static boolean isOwned(UserId userId, ValidationContext context) {
    return Tenant.of(context.getSession().getContext().getRealm())
        .map(tenant -> tenant.owns(userId.domain()))
        .orElse(false);
  }
}
