package org.sekisho.loginhistory.query;

import java.util.List;
import org.keycloak.models.RealmModel;
import org.sekisho.loginhistory.record.LoginRecord;

/**
 * A page of the history.
 *
 * @param next to be sent as {@code before} for the page after this one; null on the last one
 */
public record HistoryPage(List<RecordView> records, String next) {

  public static HistoryPage of(
      HistoryQuery query, HistoryFilter filter, RealmModel realm, String thisSession) {
    // One more than the page tells whether there is another.
    List<LoginRecord> found = query.find(filter.withMax(filter.max() + 1));
    boolean more = found.size() > filter.max();
    List<LoginRecord> shown = more ? found.subList(0, filter.max()) : found;
    return new HistoryPage(
        shown.stream().map(row -> RecordView.of(realm, row, thisSession)).toList(),
        more ? shown.get(shown.size() - 1).id() : null);
  }
}
