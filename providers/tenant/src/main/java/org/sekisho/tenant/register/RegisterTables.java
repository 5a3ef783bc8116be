package org.sekisho.tenant.register;

import java.util.List;
import org.sekisho.core.OwnTables;
import org.sekisho.tenant.domain.DomainProofEntity;
import org.sekisho.tenant.support.SupportSessionEntity;

/** The register; the domains of a tenant that goes are free again. */
public final class RegisterTables extends OwnTables {

  public RegisterTables() {
    super(
        "tenant-register",
        "META-INF/sekisho-tenant-changelog.xml",
        List.of(
            SupportSessionEntity.class,
            DomainProofEntity.class,
            TenantDomainEntity.class,
            TenantEntity.class));
  }
}
