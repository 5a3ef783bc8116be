package org.sekisho.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/** A PostgreSQL for tests that may take its time to start: the library would wait ten seconds. */
public final class PatientPostgres {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private PatientPostgres() {}

  public static EmbeddedPostgres start() throws IOException {
    return builder().start();
  }

  public static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setPGStartupWait(START_LIMIT);
  }
}
