package org.sekisho.devicecertificate.authority;

/**
 * A certificate that one of a tenant's CAs has issued for a device.
 *
 * @param authorityId the issuing CA
 * @param fingerprint SHA-256 of the certificate, lower-case hexadecimal
 * @param expired whether it is over by its own dates
 * @param trusted whether the CA is in service still
 */
public record Presented(String authorityId, String fingerprint, boolean expired, boolean trusted) {}
