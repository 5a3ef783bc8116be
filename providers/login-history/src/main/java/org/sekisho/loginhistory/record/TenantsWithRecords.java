package org.sekisho.loginhistory.record;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Goes from one tenant to the next along the index, without loading a realm or a record. */
public final class TenantsWithRecords {

  private static final String NEXT =
      "select min(r.realmId) from LoginRecordEntity r where r.realmId > :last";

  private TenantsWithRecords() {}

  /**
   * The identifier of the next realm that has records.
   *
   * @param last the one before; empty for the first
   * @return null after the last one
   */
  public static String after(KeycloakSessionFactory factory, String last) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory, (KeycloakSession own) -> find(own, last));
  }

  private static String find(KeycloakSession own, String last) {
    return own.getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery(NEXT, String.class)
        .setParameter("last", last)
        .getSingleResult();
  }
}
