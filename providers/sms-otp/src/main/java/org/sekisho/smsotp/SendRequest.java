package org.sekisho.smsotp;

/**
 * For whom and from where a message is asked for.
 *
 * @param caller the caller whom the limits count, see {@code ClientAddress.caller}
 * @param registering true where the number is not proven yet: anybody with an account could enter
 *     anybody's number, so such messages have a budget of their own and never use up the owner's
 */
record SendRequest(
    String realmId, String userId, PhoneNumber number, String caller, boolean registering) {}
