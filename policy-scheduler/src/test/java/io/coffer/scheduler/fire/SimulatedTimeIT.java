package io.coffer.scheduler.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.policy.PolicyEvent.PolicyFired;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.contracts.vault.CheckpointCommand.SkipCheckpoint;
import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.testing.Crash;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.TurnedClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Days pass on a clock that a test turns, with two replicas that crash at random moments, clock
 * steps and an outage each week. Then the moments that were done about are those that a slow
 * enumeration says, each once. Settings: {@code coffer.simulated.days}, {@code .policies}, {@code
 * .seed}, {@code .interval}: the largest one, and {@code .gap}: how many minutes may pass between
 * two looks.
 */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(PlayedInventory.class)
class SimulatedTimeIT {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration GRACE = Duration.ofMinutes(60);
  private static final int DAYS = Integer.getInteger("coffer.simulated.days", 35);
  private static final int POLICIES = Integer.getInteger("coffer.simulated.policies", 6);
  private static final int POLICIES_OF_A_PROJECT = 50;
  private static final int MOST_INTERVAL = Integer.getInteger("coffer.simulated.interval", 3);
  private static final int GAP_MINUTES = Integer.getInteger("coffer.simulated.gap", 0);
  private static final Duration PATIENCE = Duration.ofSeconds(30 + DAYS * POLICIES / 100);
  private static final Instant END = START.plus(Duration.ofDays(DAYS));

  private final long seed = Long.getLong("coffer.simulated.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Map<FiringProject, Map<UUID, Plan>> projects = new HashMap<>();

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FireLoop fires;
  @Inject TurnedClock clock;
  @Inject Crash crash;

  private int looks;
  private int crashes;
  private int missed;

  @Test
  void doesOneThingAboutEachMoment() {
    clock.show(START);
    fires.tick();
    try {
      for (int made = 0; made < POLICIES; made += POLICIES_OF_A_PROJECT) {
        project(Math.min(POLICIES_OF_A_PROJECT, POLICIES - made));
      }
      long began = System.nanoTime();
      pass();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      projects.forEach(this::check);
      report(took);
    } finally {
      projects.keySet().forEach(FiringProject::close);
      clock.show(null);
    }
  }

  private void project(int policies) {
    FiringProject project = new FiringProject(bootstrapServers);
    Map<UUID, Plan> plans = new HashMap<>();
    projects.put(project, plans);
    List<String> resources = IntStream.range(0, policies).mapToObj(i -> "r" + i).toList();
    for (UUID vault : project.vaultsOf(resources)) {
      Plan plan = plan();
      project.send(vault, plan.createdAt(), plan.pattern());
      plans.put(vault, plan);
    }
    project.wire.await(PolicyApplied.class, policies);
  }

  private Plan plan() {
    return new Plan(
        1 + random.nextInt(MOST_INTERVAL),
        random.nextInt(4) == 0 ? DayOfWeek.of(1 + random.nextInt(7)) : null,
        LocalTime.of(random.nextInt(24), random.nextInt(60)),
        START.plusSeconds(random.nextInt(3600)));
  }

  /** Looks whenever something is due, a little late, and not at all while it is down. */
  private void pass() {
    TreeSet<Instant> moments = new TreeSet<>();
    projects
        .values()
        .forEach(plans -> plans.values().forEach(plan -> moments.addAll(plan.moments(END))));
    Instant downUntil = START;
    Instant nextOutage = START.plus(Duration.ofDays(random.nextInt(7)));
    Instant looked = START;
    for (Instant moment : moments) {
      if (moment.isAfter(nextOutage)) {
        downUntil = nextOutage.plus(Duration.ofMinutes(random.nextInt(60 * 48)));
        nextOutage = nextOutage.plus(Duration.ofDays(7));
      }
      if (moment.isBefore(downUntil) || !moment.isAfter(looked)) {
        continue;
      }
      looked = moment.plusMillis(random.nextInt(90_000) + GAP_MINUTES * random.nextLong(60_000));
      look(looked);
      if (random.nextInt(20) == 0) {
        look(moment.minus(Duration.ofHours(1 + random.nextInt(24))));
      }
    }
    look(END);
    look(END);
  }

  /** Two replicas at once; what one of them drops is left to another look. */
  private void look(Instant now) {
    clock.show(now);
    looks++;
    if (random.nextInt(5) == 0) {
      crashes++;
      crash.at(random.nextBoolean() ? Milestone.CLAIMED : Milestone.COMMITTED);
    }
    CompletableFuture<Integer> other = CompletableFuture.supplyAsync(fires::tick);
    fires.tick();
    other.join();
    crash.at(null);
    fires.tick();
  }

  private void check(FiringProject project, Map<UUID, Plan> plans) {
    Map<UUID, TreeSet<Instant>> moments = new HashMap<>();
    List<String> expected = new ArrayList<>();
    plans.forEach(
        (vault, plan) -> {
          moments.put(vault, new TreeSet<>(plan.moments(END)));
          moments.get(vault).forEach(at -> expected.add(vault + " " + at));
        });
    Awaitility.await().atMost(PATIENCE).until(() -> project.fired().size() >= expected.size());
    List<PolicyFired> fired = project.fired();
    assertThat(fired.stream().map(one -> one.vaultId() + " " + one.moment()).toList())
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(expected);
    int skipped = 0;
    for (PolicyFired one : fired) {
      boolean newer = moments.get(one.vaultId()).floor(one.firedAt()).isAfter(one.moment());
      boolean late = one.moment().plus(GRACE).isBefore(one.firedAt());
      assertThat(one.skipped())
          .as("seed %d: %s", seed, one)
          .isEqualTo(newer || late ? "missed" : null);
      assertThat(one.commandId())
          .isEqualTo(DerivedId.fire(one.policyId(), one.vaultId(), one.moment()));
      skipped += newer || late ? 1 : 0;
    }
    missed += skipped;
    long run = fired.size() - skipped;
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(project.wire.messages(CreateCheckpoint.class).stream().distinct())
                    .hasSize((int) run));
    if (skipped > 0) {
      project.wire.await(SkipCheckpoint.class, 1);
    }
  }

  private void report(Duration took) {
    String report = System.getProperty("coffer.soak.report", "");
    if (report.isEmpty()) {
      return;
    }
    long moments =
        projects.values().stream()
            .flatMap(plans -> plans.values().stream())
            .mapToLong(plan -> plan.moments(END).size())
            .sum();
    String text =
        "# What the long run of policy-scheduler showed\n\n"
            + "Made by `./mvnw -pl policy-scheduler -Psoak verify`: days pass on a turned clock, with"
            + " two replicas, crashes, clock steps and an outage each week.\n\n"
            + "| | |\n|---|---|\n"
            + row("days", DAYS)
            + row("policies", POLICIES)
            + row("projects", projects.size())
            + row("moments expected", moments)
            + row("done about, each once", moments)
            + row("of them missed in outages", missed)
            + row("times that both replicas looked", looks)
            + row("times that one of them was to crash", crashes)
            + row("minutes that it took", took.toMinutes())
            + row("seed", seed);
    try {
      Files.createDirectories(Path.of(report).getParent());
      Files.writeString(Path.of(report), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String row(String name, long value) {
    return "| " + name + " | " + value + " |\n";
  }
}
