package org.sekisho.standins.web;

/** Ends the handling of a request with an answer that tells the client what is wrong. */
public final class RefusedRequest extends RuntimeException {
  private final transient Response answer;

  public RefusedRequest(Response answer) {
    super("refused with " + answer.status());
    this.answer = answer;
  }

  public RefusedRequest(int status, String message) {
    this(Response.text(status, message));
  }

  public Response answer() {
    return answer;
  }
}
