package org.sekisho.smsotp;

import java.util.UUID;

/**
 * Names the code of a sign-in. The tries belong to it, so it stays the same when one is sent again.
 *
 * @param isNew true where the sign-in has had no code yet
 */
record CodeId(String value, boolean isNew) {

  /** The one that the sign-in has noted, or a new one where that is null. */
  static CodeId of(String noted) {
    return noted == null
        ? new CodeId(UUID.randomUUID().toString(), true)
        : new CodeId(noted, false);
  }
}
