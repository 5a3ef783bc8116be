package org.sekisho.devicecertificate.listener;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the listener saw of a browser.
 *
 * @param host that the browser called, from TLS
 * @param check the secret name of the question
 * @param chain the certificates it sent; empty for none
 * @param address where it connects from
 * @param agent SHA-256 of its {@code User-Agent}
 */
record Seen(String host, String check, List<X509Certificate> chain, String address, String agent) {}
