package org.sekisho.standins.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.RefusedRequest;
import org.sekisho.standins.web.Response;

/** Errors in the shape in which Twilio reports them. */
final class TwilioProblem {
  private TwilioProblem() {}

  static RefusedRequest of(int status, int code, String message) {
    return new RefusedRequest(answer(status, code, message));
  }

  static Response answer(int status, int code, String message) {
    ObjectNode problem = Json.newObject();
    problem.put("code", code);
    problem.put("message", message);
    problem.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    problem.put("status", status);
    Response answer = Response.json(status, problem);
    return status == 401 ? answer.with("WWW-Authenticate", "Basic realm=\"Twilio API\"") : answer;
  }
}
