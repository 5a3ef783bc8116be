package org.sekisho.federation.request;

import java.util.Locale;

/** Why a message is refused that Keycloak would have taken. The names stand in events. */
public enum RequestFault {
  /** A parameter comes twice, under another spelling, or in the query and in the form. */
  PARAMETER_REPEATED("sekishoRequestMalformed"),
  /** Older than may be, or without a time. */
  EXPIRED("sekishoRequestExpired"),
  /** Of a time to come. */
  NOT_YET_VALID("sekishoRequestClock"),
  /** The identifier was used before. */
  REPLAYED("sekishoRequestReplayed"),
  /** The signature does not cover the message as a whole. */
  SIGNATURE_MISPLACED("sekishoRequestSignature"),
  /** An algorithm that the application may not use. */
  SIGNATURE_ALGORITHM("sekishoRequestSignature"),
  /** Missing or wrong. */
  SIGNATURE_INVALID("sekishoRequestSignature"),
  /** The answer shall go by a binding that is not offered. */
  BINDING_UNSUPPORTED("sekishoRequestMalformed"),
  /** Answers no request of ours. */
  RESPONSE_UNASKED("sekishoRequestMalformed");

  private final String messageKey;

  RequestFault(String messageKey) {
    this.messageKey = messageKey;
  }

  /** Key of the text for the person. */
  public String messageKey() {
    return messageKey;
  }

  /** Error of the event. */
  public String event() {
    return "saml_" + name().toLowerCase(Locale.ROOT);
  }
}
