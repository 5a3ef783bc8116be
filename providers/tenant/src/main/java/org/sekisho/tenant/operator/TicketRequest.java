package org.sekisho.tenant.operator;

import org.sekisho.core.Faults;

/**
 * The body of a call that must be traceable to a case.
 *
 * @param ticket number of the case, 1 to 64 characters
 */
record TicketRequest(String ticket) {

  static TicketRequest check(TicketRequest request) {
    Faults faults = new Faults();
    faults.checkTicket(OperatorCall.requireBody(request).ticket());
    faults.refuse("request-invalid", "Nothing changed");
    return request;
  }
}
