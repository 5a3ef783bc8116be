package org.sekisho.federation.application;

/**
 * An attribute of an assertion.
 *
 * @param name as the application expects it
 * @param source see {@link AttributeSource}
 * @param format {@code basic}, {@code uri} or {@code unspecified}
 */
record AttributeEntry(String name, String source, String format) {}
