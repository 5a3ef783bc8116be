package org.sekisho.devicecertificate.csv;

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
import java.util.Arrays;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.sekisho.core.SpreadsheetCell;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceSearch;

/**
 * Devices as a file for spreadsheets: UTF-8 with a byte order mark, which Excel needs, and no cell
 * that a spreadsheet takes for a formula. Written page by page, so its size does not matter.
 */
public final class DeviceCsv {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int PAGE = 200;

  private final KeycloakSessionFactory factory;
  private final String realmId;
  private final ZoneId zone;
  private final DeviceWords words;

  public DeviceCsv(
      KeycloakSessionFactory factory, RealmModel tenant, ZoneId zone, DeviceWords words) {
    this.factory = factory;
    this.realmId = tenant.getId();
    this.zone = zone;
    this.words = words;
  }

  /** The answer with the whole file. */
  public Response answer(DeviceSearch search) {
    StreamingOutput body = output -> write(output, search);
    return Response.ok(body)
        .type("text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"devices.csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private void write(OutputStream output, DeviceSearch search) throws IOException {
    Writer text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
    text.write(BYTE_ORDER_MARK);
    ICSVWriter csv = new CSVWriterBuilder(text).withLineEnd("\r\n").build();
    csv.writeNext(words.header());
    DeviceSearch page = search;
    while (page != null) {
      page = writePage(csv, page);
      csv.flush();
    }
  }

  /** The request's own transaction has ended when the body is written. */
  private DeviceSearch writePage(ICSVWriter csv, DeviceSearch page) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory,
        own -> {
          RealmModel tenant = own.realms().getRealm(realmId);
          own.getContext().setRealm(tenant);
          List<DeviceEntity> found = page.find(own, tenant, PAGE);
          found.forEach(device -> csv.writeNext(line(own, tenant, device)));
          return found.size() < PAGE ? null : page.after(found.get(PAGE - 1).id);
        });
  }

  private String[] line(KeycloakSession session, RealmModel tenant, DeviceEntity device) {
    UserModel user = session.users().getUserById(tenant, device.userId);
    return cells(user == null ? null : user.getUsername(), device);
  }

  String[] cells(String user, DeviceEntity device) {
    String[] cells = {
      user,
      device.name,
      device.platform,
      words.method(device.method),
      words.yesOrNo(device.method.isHardwareBound()),
      words.state(device.state),
      device.serial,
      time(device.issuedAt),
      time(device.expiresAt),
      time(device.lastUsedAt),
      time(device.revokedAt),
      words.reason(device.revocationReason),
      device.id
    };
    return Arrays.stream(cells).map(SpreadsheetCell::harmless).toArray(String[]::new);
  }

  private String time(Long at) {
    return at == null ? null : TIME.format(Instant.ofEpochMilli(at).atZone(zone));
  }
}
