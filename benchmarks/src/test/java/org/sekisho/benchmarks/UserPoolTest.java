package org.sekisho.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserPoolTest {

  @Test
  void usersComeInTurn() {
    UserPool pool = new UserPool(3);
    assertThat(pool.take(2)).containsExactly(0, 1);
    assertThat(pool.take(2)).containsExactly(2, 0);
  }
}
