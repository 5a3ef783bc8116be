package org.sekisho.tenant.user;

/**
 * The body of the call that adds a user.
 *
 * @param immutableId an existing link to Microsoft 365; a new one is made where it is null
 * @param smsPhone mobile number in E.164 to which the first code is sent; null lets the user enter
 *     it
 * @param password null lets the server make a temporary one
 * @param passwordTemporary whether it must be changed at the first sign-in; null means yes
 */
public record AddUserRequest(
    String userId,
    String firstName,
    String lastName,
    String email,
    String smsPhone,
    String immutableId,
    boolean idAdministrator,
    String password,
    Boolean passwordTemporary) {}
