package org.sekisho.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.core.Problem;
import org.sekisho.loginhistory.query.HistoryQuery;
import org.sekisho.loginhistory.record.LoginRecord;

/** Looks up the reference number of a refusal: the rule, what it saw, and the remedy. */
@Produces(MediaType.APPLICATION_JSON)
public final class RefusalsResource {

  private final SettingsCall call;

  RefusalsResource(SettingsCall call) {
    this.call = call;
  }

  /**
   * A refusal.
   *
   * @param time in milliseconds since the epoch
   * @param userId null where nobody had said a name yet
   * @param error why, as a code
   * @param request what the application asked for, decoded; empty where that is not known
   * @param remedy what to do, by language
   */
  record Answer(
      String reference,
      long time,
      String userId,
      String address,
      String application,
      String policy,
      String zone,
      String error,
      Map<String, String> request,
      Map<String, String> remedy) {}

  @GET
  @Path("{reference}")
  public Answer read(@PathParam("reference") String typed) {
    call.requireHistoryReader();
    String reference = typed.trim().toUpperCase(Locale.ROOT);
    return find(reference)
        .map(refusal -> answer(reference, refusal))
        .orElseThrow(
            () ->
                Problem.of(
                        "refusal-unknown",
                        404,
                        "No such refusal",
                        "No refusal in the history has this reference number.")
                    .toException());
  }

  private Optional<LoginRecord> find(String reference) {
    return new HistoryQuery(call.session(), call.tenant()).byReference(reference);
  }

  private Answer answer(String reference, LoginRecord refusal) {
    return new Answer(
        reference,
        refusal.at(),
        refusal.userId(),
        refusal.address(),
        refusal.application(),
        refusal.rule(),
        refusal.zone(),
        refusal.reason(),
        RefusedRequest.of(call.session(), call.tenant(), reference, refusal.at()),
        Remedies.of(refusal.reason()));
  }
}
