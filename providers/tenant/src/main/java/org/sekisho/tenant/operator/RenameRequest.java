package org.sekisho.tenant.operator;

/** The name a user is to have; a null part is taken away. */
record RenameRequest(String firstName, String lastName) {}
