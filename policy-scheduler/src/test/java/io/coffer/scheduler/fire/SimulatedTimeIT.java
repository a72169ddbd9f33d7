package io.coffer.scheduler.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.PolicyEvent.PolicyFired;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.contracts.vault.CheckpointCommand.SkipCheckpoint;
import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.testing.ServiceStack;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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

  private static final int MOST_INTERVAL = Integer.getInteger("coffer.simulated.interval", 3);
  private static final int GAP_MINUTES = Integer.getInteger("coffer.simulated.gap", 0);
  private static final Duration PATIENCE = Duration.ofSeconds(30 + DAYS * POLICIES / 100);

  private final long seed = Long.getLong("coffer.simulated.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FireLoop fires;
  @Inject TurnedClock clock;
  @Inject Crash crash;

  /** A pattern in the words that the slow enumeration understands. */
  private record Plan(int interval, DayOfWeek weekday, LocalTime time, Instant createdAt) {

    String pattern() {
      String days =
          weekday == null
              ? "FREQ=DAILY;INTERVAL=" + interval
              : "FREQ=WEEKLY;BYDAY=" + weekday.name().substring(0, 2);
      return days + ";BYHOUR=" + time.getHour() + ";BYMINUTE=" + time.getMinute();
    }

    List<Instant> moments(Instant until) {
      List<Instant> moments = new ArrayList<>();
      LocalDate first = createdAt.atOffset(ZoneOffset.UTC).toLocalDate();
      for (int day = 0; day < 10_000; day++) {
        LocalDate date = first.plusDays(day);
        Instant moment = date.atTime(time).toInstant(ZoneOffset.UTC);
        if (moment.isAfter(until)) {
          return moments;
        }
        boolean named = weekday == null ? day % interval == 0 : date.getDayOfWeek() == weekday;
        if (named && moment.isAfter(createdAt)) {
          moments.add(moment);
        }
      }
      throw new IllegalStateException("too far");
    }
  }

  @Test
  void doesOneThingAboutEachMoment() {
    clock.show(START);
    fires.tick();
    try (FiringProject project = new FiringProject(bootstrapServers)) {
      Map<UUID, Plan> plans = new HashMap<>();
      for (int i = 0; i < POLICIES; i++) {
        UUID vault = project.vault("r" + i);
        Plan plan = plan();
        UUID policy = project.policy(plan.createdAt(), "{}", plan.pattern());
        project.apply(policy, vault, plan.createdAt());
        plans.put(vault, plan);
      }
      Instant end = pass(plans);
      check(project, plans, end);
    } finally {
      clock.show(null);
    }
  }

  private Plan plan() {
    return new Plan(
        1 + random.nextInt(MOST_INTERVAL),
        random.nextInt(4) == 0 ? DayOfWeek.of(1 + random.nextInt(7)) : null,
        LocalTime.of(random.nextInt(24), random.nextInt(60)),
        START.plusSeconds(random.nextInt(3600)));
  }

  /** Looks whenever something is due, a little late, and not at all while it is down. */
  private Instant pass(Map<UUID, Plan> plans) {
    Instant end = START.plus(Duration.ofDays(DAYS));
    TreeSet<Instant> moments = new TreeSet<>();
    plans.values().forEach(plan -> moments.addAll(plan.moments(end)));
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
    look(end);
    look(end);
    return end;
  }

  private void look(Instant now) {
    clock.show(now);
    if (random.nextInt(5) == 0) {
      crash.at(random.nextBoolean() ? Milestone.CLAIMED : Milestone.COMMITTED);
    }
    CompletableFuture<Integer> other = CompletableFuture.supplyAsync(fires::tick);
    fires.tick();
    other.join();
    crash.at(null);
    fires.tick();
  }

  private void check(FiringProject project, Map<UUID, Plan> plans, Instant end) {
    List<String> expected =
        plans.entrySet().stream()
            .flatMap(
                plan -> plan.getValue().moments(end).stream().map(at -> plan.getKey() + " " + at))
            .sorted()
            .toList();
    Awaitility.await().atMost(PATIENCE).until(() -> project.fired().size() >= expected.size());
    List<PolicyFired> fired = project.fired();
    assertThat(fired.stream().map(one -> one.vaultId() + " " + one.moment()).sorted().toList())
        .as("seed %d", seed)
        .isEqualTo(expected);
    for (PolicyFired one : fired) {
      boolean newer =
          plans.get(one.vaultId()).moments(one.firedAt()).stream()
              .max(Comparator.naturalOrder())
              .orElseThrow()
              .isAfter(one.moment());
      boolean late = one.moment().plus(GRACE).isBefore(one.firedAt());
      assertThat(one.skipped())
          .as("seed %d: %s", seed, one)
          .isEqualTo(newer || late ? "missed" : null);
      assertThat(one.commandId())
          .isEqualTo(DerivedId.fire(one.policyId(), one.vaultId(), one.moment()));
    }
    report(fired);
    long run = fired.stream().filter(one -> one.skipped() == null).count();
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(project.wire.messages(CreateCheckpoint.class).stream().distinct())
                  .hasSize((int) run);
              assertThat(project.wire.messages(SkipCheckpoint.class)).isNotEmpty();
            });
  }

  private void report(List<PolicyFired> fired) {
    String report = System.getProperty("coffer.soak.report", "");
    if (report.isEmpty()) {
      return;
    }
    long missed = fired.stream().filter(one -> one.skipped() != null).count();
    String text =
        "# What the long run of policy-scheduler showed\n\n"
            + "Made by `./mvnw -pl policy-scheduler -Psoak verify -Dcoffer.simulated.policies="
            + POLICIES
            + "`: days pass on a turned clock, with two replicas, crashes, clock steps and an"
            + " outage each week.\n\n"
            + "| | |\n"
            + "|---|---|\n"
            + "| days | "
            + DAYS
            + " |\n| policies | "
            + POLICIES
            + " |\n| moments expected | "
            + fired.size()
            + " |\n| done about, each once | "
            + fired.size()
            + " |\n| of them missed in outages | "
            + missed
            + " |\n| seed | "
            + seed
            + " |\n";
    try {
      Files.createDirectories(Path.of(report).getParent());
      Files.writeString(Path.of(report), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
