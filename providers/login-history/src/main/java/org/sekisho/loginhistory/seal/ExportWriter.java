package org.sekisho.loginhistory.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.sekisho.historyseal.ExportLine;
import org.sekisho.historyseal.SealedRecord;
import org.sekisho.historyseal.UuidV7;
import org.sekisho.loginhistory.record.LoginRecordEntity;

/** Writes the history with its seals, line by line, for the command that verifies it. */
public final class ExportWriter {

  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private static final int PAGE = 500;

  private final KeycloakSessionFactory factory;
  private final String realmId;
  private final String name;
  private final long keptSince;

  /**
   * Prepares an export.
   *
   * @param keptSince where what the tenant keeps begins, in milliseconds since the epoch: what is
   *     older may be half deleted, and is left out
   */
  public ExportWriter(KeycloakSession session, RealmModel tenant, long keptSince) {
    this.keptSince = keptSince;
    this.factory = session.getKeycloakSessionFactory();
    this.realmId = tenant.getId();
    this.name = tenant.getName();
  }

  /**
   * The answer with the file. Periods are exported whole: the first is the one that holds {@code
   * from}.
   *
   * @param from in milliseconds since the epoch; null for the beginning
   * @param to the records of periods that begin before it; null for all
   */
  public Response answer(Long from, Long to) {
    StreamingOutput body =
        output ->
            write(
                output,
                Math.max(keptSince, from == null ? 0 : from),
                to == null ? Long.MAX_VALUE : to);
    return Response.ok(body)
        .type("application/jsonl; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"login-history.jsonl\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private void write(OutputStream output, long from, long to) throws IOException {
    try (SequenceWriter lines = JSON.writer().withRootValueSeparator("\n").writeValues(output)) {
      lines.write(
          ExportLine.of(
              new ExportLine.Header(
                  ExportLine.Header.FORM, realmId, name, Time.currentTimeMillis())));
      long sealedUntil = from;
      Optional<SealEntity> seal = sealAfter(from);
      while (seal.isPresent() && seal.get().from < to) {
        SealEntity period = seal.get();
        if (!period.isOutlived()) {
          writePeriod(lines, period);
        }
        sealedUntil = period.to;
        seal = sealAfter(sealedUntil);
      }
      if (seal.isEmpty()) {
        writeRecords(lines, sealedUntil, to);
      }
      output.write('\n');
    }
  }

  private void writePeriod(SequenceWriter lines, SealEntity period) throws IOException {
    lines.write(ExportLine.of(new ExportLine.Sealed(period.jws, period.leaves.lines().toList())));
    writeRecords(lines, period.from, period.to);
  }

  /** The seal of the first period that ends after a time. */
  private Optional<SealEntity> sealAfter(long time) {
    return inTransaction(
        entities ->
            entities
                .createQuery(
                    "select s from SealEntity s where s.realmId = :realm and s.to > :time"
                        + " order by s.number",
                    SealEntity.class)
                .setParameter("realm", realmId)
                .setParameter("time", time)
                .setMaxResults(1)
                .getResultStream()
                .findFirst());
  }

  private void writeRecords(SequenceWriter lines, long from, long to) throws IOException {
    String next = UuidV7.lowestAt(from);
    List<SealedRecord> page;
    do {
      String first = next;
      page = inTransaction(entities -> page(entities, first, to));
      for (SealedRecord row : page) {
        lines.write(ExportLine.of(row));
        next = row.id();
      }
    } while (page.size() == PAGE);
  }

  private List<SealedRecord> page(EntityManager entities, String after, long to) {
    return entities
        .createQuery(
            "select r from LoginRecordEntity r where r.realmId = :realm and r.id > :after"
                + " and (:open = true or r.id < :to) order by r.id",
            LoginRecordEntity.class)
        .setParameter("realm", realmId)
        .setParameter("after", after)
        .setParameter("open", to == Long.MAX_VALUE)
        .setParameter("to", UuidV7.lowestAt(to == Long.MAX_VALUE ? 0 : to))
        .setMaxResults(PAGE)
        .getResultStream()
        .map(LoginRecordEntity::toSealed)
        .toList();
  }

  private <T> T inTransaction(java.util.function.Function<EntityManager, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory,
        own -> work.apply(own.getProvider(JpaConnectionProvider.class).getEntityManager()));
  }
}
