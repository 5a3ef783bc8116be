package org.sekisho.loginhistory.query;

import jakarta.ws.rs.QueryParam;

/** The query parameters by which callers narrow the history. */
public final class Narrowing {

  @QueryParam("kind")
  private String kind;

  @QueryParam("from")
  private String from;

  @QueryParam("to")
  private String to;

  @QueryParam("address")
  private String address;

  @QueryParam("application")
  private String application;

  @QueryParam("factor")
  private String factor;

  @QueryParam("reference")
  private String reference;

  @QueryParam("before")
  private String before;

  @QueryParam("max")
  private String max;

  /** What users may narrow their own history by. */
  public HistoryFilter.Text own() {
    return new HistoryFilter.Text(kind, from, to, null, null, null, null, before, max);
  }

  public HistoryFilter.Text all() {
    return new HistoryFilter.Text(
        kind, from, to, address, application, factor, reference, before, max);
  }
}
