package org.sekisho.tenant.plan;

/** The plans of this build; they do not change while the server runs. */
public final class Plans {

  private static final RealmConfig CONFIG = new RealmConfig();

  private Plans() {}

  /**
   * The plan of a tenant.
   *
   * @throws IllegalStateException where a tenant has a plan that this build no longer knows
   */
  public static Plan get(String id) {
    return CONFIG
        .plan(id)
        .orElseThrow(() -> new IllegalStateException("a tenant has the unknown plan " + id));
  }
}
