package org.sekisho.federation.signout;

import java.util.List;
import org.sekisho.core.OwnTables;

/** What is still to be told; notices of an application that is gone are found when they are due. */
public final class SignOutTables extends OwnTables {

  public SignOutTables() {
    super(
        "signout-store",
        "META-INF/sekisho-sign-out-changelog.xml",
        List.of(SignOutNoticeEntity.class));
  }
}
