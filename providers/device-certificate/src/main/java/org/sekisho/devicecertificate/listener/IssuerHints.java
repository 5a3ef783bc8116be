package org.sekisho.devicecertificate.listener;

import java.security.cert.X509Certificate;
import java.util.Map;

/**
 * The issuing CAs of all tenants in memory: a handshake must not wait for the database. What it
 * holds is a hint to browsers; whether a certificate counts is looked up in the database.
 */
final class IssuerHints {

  private volatile Map<String, X509Certificate[]> byTenant = Map.of();

  /** Takes the issuers of all tenants, by the tenants' names. */
  void replace(Map<String, X509Certificate[]> all) {
    byTenant = Map.copyOf(all);
  }

  boolean knows(String tenant) {
    return byTenant.containsKey(tenant);
  }

  /** None where the tenant has no CA any more. */
  X509Certificate[] of(String tenant) {
    return byTenant.getOrDefault(tenant, new X509Certificate[0]).clone();
  }
}
