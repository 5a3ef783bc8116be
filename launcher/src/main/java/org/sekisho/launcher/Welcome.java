package org.sekisho.launcher;

/** What is printed once everything runs. */
final class Welcome {

  private Welcome() {}

  static String text(Ports ports, Layout layout) {
    return """

        Addresses
          Entry page for everybody     %1$s/
          Main menu, tenant 12345678   %1$s/realms/12345678/sekisho/menu
          Main menu, tenant sakura     %1$s/realms/sakura/sekisho/menu
          Phone (received messages)    %2$s/
          Microsoft 365 stand-in       %3$s/
          Mail gateway stand-in        %4$s/
          Operators' API               %1$s/admin/realms/master/sekisho/tenants

        Demo accounts (password of all users: %5$s)
          taro@12345678.insurance-agt.ne.jp    registers a phone at the first sign-in
          hanako@sakura.insurance-agt.ne.jp    ID administrator, phone preset by an administrator
          ichiro@sakura.insurance-agt.ne.jp
          yuki@sakura-hoken.example
          Operator (REST only): %6$s / %7$s

        What to try
          1. Open %3$s/ and sign in as taro@12345678.insurance-agt.ne.jp.
          2. Give the password, then a mobile number such as 090-1234-5678.
          3. Read the code at %2$s/ and type it in: you are in Microsoft 365.
          4. Open %4$s/ in the same browser: nothing is asked again.
          5. Sign out in one of them: the other one is signed out too.

        Logs are in %8$s. Ctrl-C stops everything; ./sekisho reset throws the demo's data away.
        """
        .formatted(
            ports.serverUrl(),
            ports.phoneUrl(),
            ports.microsoft365Url(),
            ports.mailGatewayUrl(),
            Credentials.USER_PASSWORD,
            Credentials.OPERATOR,
            Credentials.OPERATOR_PASSWORD,
            layout.work());
  }
}
