package org.sekisho.tenant.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sekisho.testsupport.MessageBundle;

class TenantMessagesTest {

  @Test
  void bothLanguagesSayThatThePlanGrantsNoFurtherId() {
    MessageBundle.OF_PROVIDER.mustBeAlike();
    assertThat(MessageBundle.OF_PROVIDER.in("ja")).containsKey(UserIdValidator.LIMIT_REACHED);
  }
}
