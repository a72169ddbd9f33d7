package io.coffer.cli.bench;

import io.coffer.cli.output.TextTable;
import io.coffer.cli.rest.Api;
import io.coffer.cli.stack.Credentials;
import io.coffer.cli.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How quickly a vault is made, beside what broker and database alone allow. All are measured in
 * turns, so that a machine that is busy with something else slows them alike.
 */
final class ApiBench {

  private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
  private static final int WRITERS = 16;
  private static final int INSERTS = 3;
  private static final Duration WARM_UP_STEP = Duration.ofSeconds(2);
  private static final int LEAST_WARM_UP_STEPS = 12;
  private static final int MOST_WARM_UP_STEPS = 30;
  private static final int STEPS_WITHOUT_GAIN = 4;
  private static final double GAIN = 1.03;
  private static final Duration SHORT_WARM_UP = Duration.ofSeconds(4);
  private static final Duration TURN = Duration.ofSeconds(4);
  private static final int TURNS = 3;
  private static final Goal CLOSE_TO_FLOOR =
      new Goal("p50 at 1 connection / p50 of the floor", 2.0, true);
  private static final Goal MUCH_OF_DATABASE =
      new Goal("requests/s at 64 connections / transactions/s", 0.5, false);

  private final Stack stack;
  private final PrintStream out;
  private final Map<Integer, Samples> posts = new LinkedHashMap<>();
  private final Samples floor = new Samples();
  private final Samples transactions = new Samples();

  ApiBench(Stack stack, PrintStream out) {
    this.stack = stack;
    this.out = out;
  }

  void run(Credentials.Project project) throws Exception {
    Api api = new Api(stack.credentials(), project);
    try (KafkaHops hops = new KafkaHops(stack.kafka());
        BenchDatabase database =
            new BenchDatabase(stack.port(Stack.POSTGRES), stack.postgresPassword());
        BenchDatabase.Writer single = database.writer(1)) {
      Crowd.Client bare =
          () -> {
            hops.roundTrip();
            single.once();
          };
      List<BenchDatabase.Writer> writers = database.writers(WRITERS, INSERTS);
      out.println(
          "Warming up until it gets no faster, at most "
              + WARM_UP_STEP.multipliedBy(CONNECTIONS.size() * MOST_WARM_UP_STEPS).toSeconds()
              + " s.");
      warmUp(api);
      Crowd.run(List.of(bare), SHORT_WARM_UP);
      Crowd.run(writers, SHORT_WARM_UP);
      for (int turn = 1; turn <= TURNS; turn++) {
        out.println("Measuring, turn " + turn + " of " + TURNS + ".");
        add(floor, Crowd.run(List.of(bare), TURN));
        for (int connections : CONNECTIONS) {
          add(
              posts.computeIfAbsent(connections, any -> new Samples()),
              post(api, connections, TURN));
        }
        add(transactions, Crowd.run(writers, TURN));
      }
      for (BenchDatabase.Writer writer : writers) {
        writer.close();
      }
    }
    print();
  }

  private static Samples post(Api api, int connections, Duration duration) throws Exception {
    List<VaultPoster> clients = new ArrayList<>();
    try {
      for (int i = 0; i < connections; i++) {
        clients.add(new VaultPoster(api));
      }
      return Crowd.run(clients, duration);
    } finally {
      for (VaultPoster client : clients) {
        close(client);
      }
    }
  }

  private static void close(VaultPoster client) {
    try {
      client.close();
    } catch (IOException ignored) {
      // it has done its work
    }
  }

  /**
   * A service that was just started answers slowly until Java has compiled what it does most. One
   * client and many run through different code; it is warm when none of them gets faster.
   */
  private static void warmUp(Api api) throws Exception {
    Map<Integer, Double> best = new HashMap<>();
    int withoutGain = 0;
    for (int step = 1; step <= MOST_WARM_UP_STEPS; step++) {
      withoutGain++;
      for (int connections : CONNECTIONS) {
        double rate = post(api, connections, WARM_UP_STEP).perSecond();
        if (rate > best.getOrDefault(connections, 0.0) * GAIN) {
          withoutGain = 0;
        }
        best.merge(connections, rate, Math::max);
      }
      if (step >= LEAST_WARM_UP_STEPS && withoutGain >= STEPS_WITHOUT_GAIN) {
        return;
      }
    }
  }

  private static void add(Samples all, Samples turn) {
    all.addAll(turn);
    all.addSeconds(turn.seconds());
  }

  private void print() {
    List<List<String>> rows = new ArrayList<>();
    posts.forEach((connections, samples) -> rows.add(row("POST /vaults", connections, samples)));
    rows.add(row("floor: two hops on Kafka and a commit", 1, floor));
    rows.add(row("transactions of three inserts", WRITERS, transactions));
    out.println();
    new TextTable(List.of("", "clients", "p50 ms", "p99 ms", "a second"), rows).print(out);
    out.println();
    CLOSE_TO_FLOOR.print(posts.get(1).millis(0.5) / floor.millis(0.5), out);
    MUCH_OF_DATABASE.print(posts.get(64).perSecond() / transactions.perSecond(), out);
  }

  private static List<String> row(String name, int clients, Samples samples) {
    return List.of(
        name,
        Integer.toString(clients),
        String.format(Locale.ROOT, "%.2f", samples.millis(0.5)),
        String.format(Locale.ROOT, "%.2f", samples.millis(0.99)),
        String.format(Locale.ROOT, "%.0f", samples.perSecond()));
  }
}
