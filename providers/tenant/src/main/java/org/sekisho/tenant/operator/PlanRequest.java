package org.sekisho.tenant.operator;

import java.util.List;
import org.sekisho.core.Faults;

/**
 * The plan a tenant is to have, and its options; none where {@code options} is null.
 *
 * @param leaveDevicePolicies whether the tenant may be left without the option that its login
 *     policies need
 * @param ticket number of the case, 1 to 64 characters; required with {@code leaveDevicePolicies}
 */
record PlanRequest(String plan, List<String> options, boolean leaveDevicePolicies, String ticket) {

  void check(Faults faults) {
    if (leaveDevicePolicies || ticket != null) {
      faults.checkTicket(ticket);
    }
  }
}
