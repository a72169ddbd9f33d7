package io.coffer.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.cloud.CloudFolder;
import io.coffer.cli.cloud.Server;
import io.coffer.cli.home.Home;
import io.coffer.cli.output.TextTable;
import io.coffer.cli.rest.Api;
import io.coffer.cli.stack.Stack;
import io.coffer.cli.vault.Vaults;
import io.coffer.local.LocalStackException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * What it does to everybody else that one policy is due for many vaults at one moment: the same
 * requests before the moment, while the backups are ordered, and until the last one is made.
 */
final class FiresBench {

  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration ORDERED_WITHIN = Duration.ofMinutes(20);
  private static final Duration ENDED_WITHIN = Duration.ofMinutes(60);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int DISK_BYTES = 64 << 10;
  private static final int VAULT_GB = 10;
  private static final String LIMIT = "?limit=10";

  private final Home home;
  private final Api due;
  private final Api other;
  private final PrintStream out;
  private final String name = "bench-fires-" + Instant.now().getEpochSecond();

  private final List<Server> servers = new ArrayList<>();
  private final List<String> vaults = new ArrayList<>();
  private String policy;

  /**
   * @param due of the project whose vaults are due
   * @param other of another project
   */
  FiresBench(Stack stack, Api due, Api other, PrintStream out) {
    this.home = stack.home();
    this.due = due;
    this.other = other;
    this.out = out;
  }

  /** Leaves vaults in the other project, and nothing else. */
  void run(int count) throws Exception {
    try {
      out.println("Making " + count + " servers with a vault each.");
      make(count);
      ZonedDateTime moment = moment(count);
      apply(moment);
      measure(count, moment.toInstant());
    } finally {
      clear();
    }
  }

  private void make(int count) throws IOException {
    byte[] content = new byte[DISK_BYTES];
    Path image = Files.createTempFile("bench", ".raw");
    CloudFolder cloud = new CloudFolder(home, due.project());
    Vaults calls = new Vaults(due);
    try {
      for (int i = 0; i < count; i++) {
        new Random(i).nextBytes(content);
        Files.write(image, content);
        Server server = cloud.create(name, List.of(image));
        servers.add(server);
        vaults.add(
            calls.create(name, "server", VAULT_GB, List.of(server.id())).path("id").asText());
      }
    } finally {
      Files.delete(image);
    }
  }

  /** The first full minute before which all can be applied and looked at. */
  private static ZonedDateTime moment(int count) {
    return ZonedDateTime.now(ZoneOffset.UTC)
        .plus(Duration.ofMillis(30).multipliedBy(count))
        .plus(IDLE)
        .plusSeconds(5)
        .truncatedTo(ChronoUnit.MINUTES)
        .plusMinutes(1);
  }

  private void apply(ZonedDateTime moment) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode asked = body.putObject("policy").put("name", name).put("operation_type", "backup");
    asked.putObject("operation_definition").put("max_backups", 1);
    asked
        .putObject("trigger")
        .putObject("properties")
        .putArray("pattern")
        .add("FREQ=DAILY;BYHOUR=" + moment.getHour() + ";BYMINUTE=" + moment.getMinute());
    policy = due.post("/policies", body).at("/policy/id").asText();
    ObjectNode applied = JsonNodeFactory.instance.objectNode().put("policy_id", policy);
    vaults.forEach(vault -> due.post("/vaults/" + vault + "/associatepolicy", applied));
  }

  private void measure(int count, Instant moment) throws Exception {
    try (Walkers walkers = new Walkers();
        VaultPoster poster = new VaultPoster(other)) {
      walkers.add("GET /vaults, their project", () -> due.get("/vaults" + LIMIT));
      walkers.add("GET /policies, their project", () -> due.get("/policies" + LIMIT));
      walkers.add("GET /vaults, another project", () -> other.get("/vaults" + LIMIT));
      walkers.add("POST /vaults, another project", poster);
      Instant idleFrom = moment.minus(IDLE).minusSeconds(1);
      out.println("Measuring from " + idleFrom + " on; they are due at " + moment + ".");
      sleepUntil(idleFrom);
      walkers.taken();
      sleepUntil(moment.minusSeconds(1));
      Map<String, Samples> before = walkers.taken();
      await(ORDERED_WITHIN, "ordered", () -> fired() >= count);
      double ordered = Duration.between(moment, Instant.now()).toMillis() / 1e3;
      Map<String, Samples> ordering = walkers.taken();
      await(ENDED_WITHIN, "made", () -> made() >= count);
      double ended = Duration.between(moment, Instant.now()).toMillis() / 1e3;
      print(before, ordering, walkers.taken());
      out.printf(
          Locale.ROOT,
          "%n%d backups were ordered within %.1f s and made within %.1f s.%n",
          count,
          ordered,
          ended);
    }
  }

  private long fired() {
    return due.get("/policies/" + policy + "/x-calendar?limit=1000").path("past").size();
  }

  private long made() {
    return due.get(
            "/operation-logs?limit=1&operation_type=backup&status=success&vault_name="
                + Api.query(name))
        .path("count")
        .asLong();
  }

  /** Looks seldom: who looks disturbs. */
  private static void await(Duration within, String what, BooleanSupplier condition)
      throws InterruptedException {
    Instant end = Instant.now().plus(within);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new LocalStackException("Not all backups are " + what + " after " + within);
      }
      Thread.sleep(LOOK.toMillis());
    }
  }

  private static void sleepUntil(Instant time) throws InterruptedException {
    Thread.sleep(Math.max(0, Duration.between(Instant.now(), time).toMillis()));
  }

  private void print(
      Map<String, Samples> before, Map<String, Samples> ordering, Map<String, Samples> making) {
    List<List<String>> rows = new ArrayList<>();
    before.forEach(
        (request, idle) -> {
          double p99 = idle.millis(0.99);
          rows.add(row(request, "before", idle, p99));
          rows.add(row("", "while ordered", ordering.get(request), p99));
          rows.add(row("", "while made", making.get(request), p99));
        });
    out.println();
    new TextTable(
            List.of("", "", "requests", "p50 ms", "p99 ms", "slowest ms", "p99 / p99 before"), rows)
        .print(out);
  }

  private static List<String> row(String request, String when, Samples samples, double p99) {
    return List.of(
        request,
        when,
        Integer.toString(samples.count()),
        decimals(samples.millis(0.5)),
        decimals(samples.millis(0.99)),
        decimals(samples.millis(1)),
        decimals(samples.millis(0.99) / p99));
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private void clear() {
    if (policy != null) {
      due.delete("/policies/" + policy);
    }
    vaults.forEach(vault -> due.delete("/vaults/" + vault));
    CloudFolder cloud = new CloudFolder(home, due.project());
    servers.forEach(cloud::delete);
  }
}
