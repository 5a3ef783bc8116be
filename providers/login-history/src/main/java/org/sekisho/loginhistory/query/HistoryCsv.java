package org.sekisho.loginhistory.query;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.sekisho.core.SpreadsheetCell;
import org.sekisho.loginhistory.record.LoginRecord;

/**
 * The history as a file for spreadsheets: UTF-8 with a byte order mark, which Excel needs, and no
 * cell that a spreadsheet takes for a formula. Written page by page, so its size does not matter.
 */
public final class HistoryCsv {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final KeycloakSessionFactory factory;
  private final String realmId;
  private final ZoneId zone;
  private final CsvWords words;

  public HistoryCsv(KeycloakSessionFactory factory, RealmModel realm, ZoneId zone, CsvWords words) {
    this.factory = factory;
    this.realmId = realm.getId();
    this.zone = zone;
    this.words = words;
  }

  /** The answer with the whole file. */
  public Response answer(HistoryFilter filter) {
    StreamingOutput body = output -> write(output, filter);
    return Response.ok(body)
        .type("text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"login-history.csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private void write(OutputStream output, HistoryFilter filter) throws IOException {
    Writer text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
    text.write(BYTE_ORDER_MARK);
    ICSVWriter csv = new CSVWriterBuilder(text).withLineEnd("\r\n").build();
    csv.writeNext(words.header());
    HistoryFilter page = filter.withMax(HistoryFilter.MOST);
    while (page != null) {
      page = writePage(csv, page);
      csv.flush();
    }
  }

  /** The request's own transaction has ended when the body is written. */
  private HistoryFilter writePage(ICSVWriter csv, HistoryFilter page) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory,
        own -> {
          RealmModel realm = own.realms().getRealm(realmId);
          own.getContext().setRealm(realm);
          List<LoginRecord> rows = new HistoryQuery(own, realm).find(page);
          rows.forEach(row -> csv.writeNext(line(RecordView.of(realm, row, null))));
          return rows.size() < page.max() ? null : page.after(rows.get(rows.size() - 1).id());
        });
  }

  private String[] line(RecordView row) {
    String[] cells = {
      TIME.format(Instant.ofEpochMilli(row.at()).atZone(zone)),
      words.kind(row.kind()),
      row.userId(),
      row.address(),
      row.device() == null ? null : words.device(row.device()),
      row.applicationName() == null ? row.application() : row.applicationName(),
      words.factors(row.factors()),
      words.factor(row.failedFactor()),
      words.reason(row.reason()),
      row.reference(),
      row.rule(),
      row.id()
    };
    for (int i = 0; i < cells.length; i++) {
      cells[i] = SpreadsheetCell.harmless(cells[i]);
    }
    return cells;
  }
}
