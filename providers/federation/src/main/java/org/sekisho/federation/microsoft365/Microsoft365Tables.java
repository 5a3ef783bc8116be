package org.sekisho.federation.microsoft365;

import java.util.List;
import org.sekisho.core.OwnTables;

/** The state of domains at Microsoft. */
public final class Microsoft365Tables extends OwnTables {

  public Microsoft365Tables() {
    super(
        "microsoft365-domains",
        "META-INF/sekisho-microsoft365-changelog.xml",
        List.of(RolloverEntity.class, DomainEntity.class, DirectoryEntity.class));
  }
}
