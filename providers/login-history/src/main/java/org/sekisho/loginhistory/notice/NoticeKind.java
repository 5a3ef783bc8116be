package org.sekisho.loginhistory.notice;

/** What a mail tells a user of. The names stand in the database: never rename one. */
public enum NoticeKind {
  /** A sign-in with a browser and system that the account had not been used with. */
  NEW_DEVICE,
  /** The password is another one. */
  PASSWORD_CHANGED,
  /** A second factor was set up or replaced. */
  FACTOR_SET_UP,
  /** A second factor was removed. */
  FACTOR_REMOVED,
  /** The certificate of a device is in use on two platforms. */
  DEVICE_COPIED,
  /** To those who look after the tenant: a user does not know a sign-in. */
  SUSPICIOUS_SIGN_IN;

  String messageKey() {
    return switch (this) {
      case NEW_DEVICE -> "sekishoNewDevice";
      case PASSWORD_CHANGED -> "sekishoPasswordChanged";
      case FACTOR_SET_UP -> "sekishoFactorSetUp";
      case FACTOR_REMOVED -> "sekishoFactorRemoved";
      case DEVICE_COPIED -> "sekishoDeviceCopied";
      case SUSPICIOUS_SIGN_IN -> "sekishoSuspiciousSignIn";
    };
  }
}
