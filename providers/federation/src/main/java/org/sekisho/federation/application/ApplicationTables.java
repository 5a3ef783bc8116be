package org.sekisho.federation.application;

import java.util.List;
import org.sekisho.core.OwnTables;

/** When certificates of applications end. */
public final class ApplicationTables extends OwnTables {

  public ApplicationTables() {
    super(
        "appcert-store",
        "META-INF/sekisho-application-changelog.xml",
        List.of(ApplicationCertificateEntity.class));
  }
}
