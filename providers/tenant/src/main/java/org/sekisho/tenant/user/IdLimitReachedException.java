package org.sekisho.tenant.user;

import org.keycloak.models.ModelException;

/** The plan grants no further ID. */
public final class IdLimitReachedException extends ModelException {

  private static final long serialVersionUID = 1L;

  private final int limit;

  IdLimitReachedException(int limit) {
    super(UserIdValidator.LIMIT_REACHED);
    this.limit = limit;
  }

  public int limit() {
    return limit;
  }
}
