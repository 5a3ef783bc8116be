/**
 * One-time codes by SMS: the sums ({@code OneTimeCode}, {@code SendLimits}, {@code PhoneNumber}),
 * the steps of the sign-in, the tables, and the port to the SMS provider in {@code sender}.
 */
package org.sekisho.smsotp;
