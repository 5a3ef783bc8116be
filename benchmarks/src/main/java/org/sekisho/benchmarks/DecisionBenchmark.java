package org.sekisho.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.decision.AccessRulesJson;
import org.sekisho.loginpolicy.decision.LoginDecision;
import org.sekisho.loginpolicy.decision.Visit;
import org.sekisho.network.IpAddress;
import org.sekisho.network.TrustedNetwork;

/** Measures one decision with a thousand networks and ten policies, see README.md. */
public final class DecisionBenchmark {

  private static final int ROUNDS = 25;
  private static final int WARM_UP = 10;
  private static final int VISITS = 100_000;

  private DecisionBenchmark() {}

  public static void main(String[] arguments)
      throws JsonProcessingException, AccessRulesJson.UnreadableException {
    AccessRules rules =
        AccessRulesJson.read(new ObjectMapper().writeValueAsString(ManyRules.document()));
    List<Visit> visits = visits();
    print("looking at each network", measure(visits, visit -> scan(rules, visit)));
    print("trusted or not", measure(visits, visit -> trusted(rules, visit)));
    print("whole decision", measure(visits, visit -> decide(rules, visit)));
  }

  private static int decide(AccessRules rules, Visit visit) {
    return LoginDecision.decide(rules, visit).isAllowed() ? 1 : 0;
  }

  private static int trusted(AccessRules rules, Visit visit) {
    return rules.networks().contains(visit.address().orElseThrow(), visit.millis()) ? 1 : 0;
  }

  private static int scan(AccessRules rules, Visit visit) {
    for (TrustedNetwork entry : rules.networks().all()) {
      if (entry.network().contains(visit.address().orElseThrow())) {
        return 1;
      }
    }
    return 0;
  }

  private static List<Double> measure(List<Visit> visits, ToIntFunction<Visit> question) {
    List<Double> nanos = new ArrayList<>();
    long answers = 0;
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      long start = System.nanoTime();
      for (Visit visit : visits) {
        answers += question.applyAsInt(visit);
      }
      double each = (double) (System.nanoTime() - start) / visits.size();
      if (round >= WARM_UP) {
        nanos.add(each);
      }
    }
    if (answers == 0) {
      throw new BenchmarkException("no visit was answered with yes: the questions are wrong");
    }
    return nanos;
  }

  private static void print(String what, List<Double> nanos) {
    Statistics statistics = Statistics.of(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-24s %8.0f ns (quartiles %.0f to %.0f)%n",
        what,
        statistics.median(),
        statistics.firstQuartile(),
        statistics.thirdQuartile());
  }

  /** Half of them inside a network, over both families. */
  private static List<Visit> visits() {
    Random random = new Random(20261124);
    ProvenFactors proven = ProvenFactors.NONE.with(Factor.PASSWORD, 1).with(Factor.SMS, 1);
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < VISITS; i++) {
      int n = random.nextInt(ManyRules.NETWORKS);
      String address =
          n % 2 == 0
              ? "100.%d.%d.%d".formatted(64 + n / 200, n % 200, random.nextInt(256))
              : "2001:db8:%x::%x".formatted(2 * n + random.nextInt(2), random.nextInt(65_536));
      Optional<IpAddress> ip = IpAddress.parse(address);
      visits.add(new Visit(Set.of("clerks", "tokyo"), ip, proven, "mail-gateway", i));
    }
    return visits;
  }
}
