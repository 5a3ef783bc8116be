package org.sekisho.tenant.user;

/** The plan has no console, so nobody can be an ID administrator. */
public final class NoIdAdministratorsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoIdAdministratorsException() {
    super("The tenant's plan has no ID administrators.");
  }
}
