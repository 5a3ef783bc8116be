package org.sekisho.federation.microsoft365;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;

/** Which directory the tenant has at Microsoft, and which application is admitted there. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DirectoryResource {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final FederationCall call;

  DirectoryResource(FederationCall call) {
    this.call = call;
  }

  /**
   * The wish as it arrives: unchecked.
   *
   * @param directoryId null takes the connection away
   * @param clientId null for the provider's application; its secret is in the vault
   */
  record Request(String directoryId, String clientId, String reason) {}

  @GET
  public Response read() {
    call.requireReader();
    return answer(call.worker().read(view -> new Answers(view, call.config()).directory()));
  }

  @PUT
  public Response change(@Context HttpHeaders headers, Request request) {
    call.requireAuthor();
    Request wish = FederationProblems.requireBody(request);
    Faults faults = new Faults();
    FederationProblems.checkReason(wish.reason(), faults);
    faults.require("directoryId", isIdOrNothing(wish.directoryId()), "must be a UUID");
    faults.require("clientId", isIdOrNothing(wish.clientId()), "must be a UUID");
    faults.refuse("request-invalid", "Directory not changed");
    return answer(call.change(change -> write(change, headers, wish)));
  }

  private static boolean isIdOrNothing(String id) {
    return id == null || ID.matcher(id).matches();
  }

  private Answers.Directory write(FederationCall.Change change, HttpHeaders headers, Request wish) {
    Answers answers = new Answers(change.view(), call.config());
    Answers.Directory before = answers.directory();
    requireVersion(before, headers.getHeaderString(HttpHeaders.IF_MATCH));
    change.directory().directoryId = wish.directoryId();
    change.directory().clientId = wish.clientId();
    Answers.Directory after = new Answers.Directory(wish.directoryId(), wish.clientId());
    change.record(
        "directory", wish.reason(), Map.of("directory", before), Map.of("directory", after));
    return after;
  }

  private static void requireVersion(Answers.Directory before, String wanted) {
    if (wanted == null) {
      throw Problem.of(
              "if-match-missing", 428, "Not changed", "Read first and send the ETag as If-Match.")
          .toException();
    }
    if (!wanted.trim().equals('"' + version(before) + '"')) {
      throw Problem.of(
              "settings-changed", 412, "Not changed", "Somebody was faster. Read it again.")
          .toException();
    }
  }

  private static Response answer(Answers.Directory directory) {
    return Response.ok(directory).tag(new EntityTag(version(directory))).build();
  }

  private static String version(Answers.Directory directory) {
    return UUID.nameUUIDFromBytes(directory.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
