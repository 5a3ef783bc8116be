package org.sekisho.tenant.user;

import org.keycloak.models.ModelException;

/** A user ID is in none of the tenant's domains. */
public final class ForeignDomainException extends ModelException {

  private static final long serialVersionUID = 1L;

  ForeignDomainException() {
    super(UserIdValidator.FOREIGN_DOMAIN);
  }
}
