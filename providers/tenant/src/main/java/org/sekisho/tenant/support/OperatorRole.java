package org.sekisho.tenant.support;

import org.sekisho.core.AdminCaller;

/** What an operator may do; roles of the master realm. Each contains the ones before it. */
public enum OperatorRole {
  /** Lists and reads tenants and support sessions. */
  READER(AdminCaller.OPERATOR_READER),
  /** Locks accounts, hands out new passwords, asks for support sessions. */
  HELPDESK("sekisho-helpdesk"),
  /** Opens, changes, suspends and closes tenants; acts for tenants without a console. */
  MANAGER(AdminCaller.OPERATOR_MANAGER);

  private final String roleName;

  OperatorRole(String roleName) {
    this.roleName = roleName;
  }

  public String roleName() {
    return roleName;
  }
}
