package org.sekisho.loginpolicy.rules;

/**
 * Who changes rules, and why.
 *
 * @param id of the user
 * @param name user ID at the time
 * @param reason for people, 1 to 500 characters
 */
public record Author(String id, String name, String reason) {}
