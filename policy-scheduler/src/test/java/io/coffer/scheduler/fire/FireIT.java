package io.coffer.scheduler.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.PolicyCommand.DeletePolicy;
import io.coffer.contracts.policy.PolicyCommand.RemovePolicy;
import io.coffer.contracts.policy.PolicyCommand.UpdatePolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyFired;
import io.coffer.contracts.policy.PolicyTrigger;
import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.contracts.vault.CheckpointCommand.SkipCheckpoint;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.testing.Crash;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.messaging.testing.UnsetSettings;
import io.coffer.scheduler.calendar.NextFireTable;
import io.coffer.scheduler.calendar.NextFireTable.Due;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(PlayedInventory.class)
class FireIT {

  private static final String HOURLY =
      "FREQ=DAILY;INTERVAL=1;BYHOUR="
          + String.join(",", IntStream.range(0, 24).mapToObj(Integer::toString).toList());
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant START = NOON.minus(Duration.ofMinutes(30));

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FireLoop fires;
  @Inject NextFireTable table;
  @Inject Inventory inventory;
  @Inject LocalDispatch dispatch;
  @Inject TurnedClock clock;
  @Inject Crash crash;
  @Inject FireMeters meters;
  @Inject MeterRegistry registry;

  private FiringProject project;

  @BeforeEach
  void open() {
    project = new FiringProject(bootstrapServers);
    clock.show(START);
    fires.tick();
  }

  @AfterEach
  void close() {
    System.clearProperty(PlayedInventory.AWAY);
    clock.show(null);
    project.close();
  }

  @Test
  void ordersBackupsOfAllThatIsInTheVaultUnderAnIdThatEverybodyCanTell() {
    UUID vault = project.vault("db", "gone", "web");
    UUID policy = hourly("{\"retention_duration_days\":7,\"full_backup_interval\":3}", vault);
    at(NOON.minusMillis(1));
    assertThat(project.fired()).isEmpty();
    at(NOON.plusMillis(700));
    CreateCheckpoint order = project.wire.await(CreateCheckpoint.class, 1).get(0);
    assertThat(order.resourceIds()).containsExactly("db", "gone", "web");
    assertThat(order.resources())
        .extracting(KnownResource::facts)
        .containsExactly(PlayedInventory.server("db"), PlayedInventory.server("web"));
    assertThat(order.firedAt()).isEqualTo(NOON);
    assertThat(order.expiredAt()).isEqualTo(NOON.plusMillis(700).plus(Duration.ofDays(7)));
    assertThat(order.autoTrigger()).isTrue();
    assertThat(order.fullResourceIds()).containsExactly("db", "gone", "web");
    PolicyFired fired = project.fired(1).get(0);
    assertThat(fired.commandId()).isEqualTo(DerivedId.fire(policy, vault, NOON));
    at(NOON.plusSeconds(2));
    assertThat(project.fired(1)).hasSize(1);
  }

  @Test
  void carriesOutTheNewestOfThoseThatWereMissedIfTheGraceAllowsAndTellsOfTheOthers() {
    UUID vault = project.vault("db");
    hourly("{}", vault);
    at(NOON.plus(Duration.ofMinutes(150)));
    SkipCheckpoint skip = project.wire.await(SkipCheckpoint.class, 2).get(0);
    assertThat(skip.resources())
        .extracting(SkippedResource::id, SkippedResource::reason)
        .containsExactly(tuple("db", "The fire was missed beyond the grace."));
    assertThat(project.wire.await(CreateCheckpoint.class, 1).get(0).firedAt())
        .isEqualTo(NOON.plus(Duration.ofHours(2)));
    assertThat(project.fired(3))
        .extracting(PolicyFired::moment, PolicyFired::skipped)
        .containsExactly(
            tuple(NOON, "missed"),
            tuple(NOON.plus(Duration.ofHours(1)), "missed"),
            tuple(NOON.plus(Duration.ofHours(2)), null));
  }

  @Test
  void firesNothingAgainWhenTheClockGoesBack() {
    UUID vault = project.vault("db");
    hourly("{}", vault);
    at(NOON);
    at(NOON.minus(Duration.ofDays(1)));
    at(NOON.plusSeconds(1));
    assertThat(project.fired(1)).hasSize(1);
  }

  @Test
  void waitsForAWorkerThatIsAwayForAsLongAsTheGraceAllows() {
    UUID vault = project.vault("db");
    hourly("{}", vault);
    System.setProperty(PlayedInventory.AWAY, "true");
    at(NOON);
    at(NOON.plus(Duration.ofMinutes(59)));
    assertThat(project.fired()).isEmpty();
    at(NOON.plus(Duration.ofMinutes(61)));
    assertThat(project.fired(1)).extracting(PolicyFired::skipped).containsExactly("missed");
    System.clearProperty(PlayedInventory.AWAY);
    at(NOON.plus(Duration.ofMinutes(62)));
    assertThat(project.wire.await(CreateCheckpoint.class, 1).get(0).firedAt())
        .isEqualTo(NOON.plus(Duration.ofHours(1)));
    assertThat(project.fired(2)).hasSize(2);
  }

  @Test
  void tellsOfWhatWasDueWhenThePolicyWasDisabledRemovedOrDeleted() {
    List<UUID> vaults = Stream.of("a", "b", "c").map(project::vault).toList();
    List<UUID> policies = vaults.stream().map(vault -> hourly("{}", vault)).toList();
    Instant later = NOON.plusSeconds(10);
    project.ask(new UpdatePolicy(policies.get(0), null, false, null, null, null), later);
    project.ask(new RemovePolicy(vaults.get(1), true, policies.get(1)), later);
    project.ask(new DeletePolicy(policies.get(2)), later);
    at(NOON.plusSeconds(20));
    at(NOON.plus(Duration.ofHours(5)));
    project.wire.await(SkipCheckpoint.class, 3);
    assertThat(project.fired(3))
        .extracting(PolicyFired::vaultId, PolicyFired::moment, PolicyFired::skipped)
        .containsExactlyInAnyOrderElementsOf(
            vaults.stream().map(vault -> tuple(vault, NOON, "policy_disabled")).toList());
    project.ask(
        new UpdatePolicy(policies.get(0), null, true, null, null, null),
        NOON.plus(Duration.ofMinutes(330)));
    at(NOON.plus(Duration.ofHours(6)));
    assertThat(project.fired(4)).hasSize(4);
    assertThat(project.fired().get(3).skipped()).isNull();
  }

  @Test
  void tellsOnceOfAMomentThatLiesBetweenChangesWhoseClocksDiffer() {
    UUID vault = project.vault("db");
    UUID policy = hourly("{}", vault);
    project.ask(trigger(policy, "FREQ=DAILY;BYHOUR=12,13,14"), NOON.plusMillis(10));
    project.ask(trigger(policy, HOURLY), NOON.minusMillis(10));
    at(NOON.plusSeconds(1));
    at(NOON.plus(Duration.ofHours(1)));
    assertThat(project.fired(2))
        .extracting(PolicyFired::moment)
        .containsExactly(NOON, NOON.plus(Duration.ofHours(1)));
  }

  @Test
  void losesAndRepeatsNothingWhenItCrashes() {
    UUID vault = project.vault("db");
    hourly("{}", vault);
    crash.at(Milestone.CLAIMED);
    at(NOON);
    assertThat(project.fired()).isEmpty();
    at(NOON.plusSeconds(1));
    crash.at(Milestone.COMMITTED);
    at(NOON.plus(Duration.ofHours(1)));
    at(NOON.plus(Duration.ofHours(1)).plusSeconds(1));
    assertThat(project.wire.await(CreateCheckpoint.class, 2).stream().distinct().toList())
        .extracting(CreateCheckpoint::firedAt)
        .containsExactly(NOON, NOON.plus(Duration.ofHours(1)));
    assertThat(project.fired(2)).hasSize(2);
  }

  @Test
  void firesOnceHoweverManyReplicasLook() {
    List<UUID> vaults = IntStream.range(0, 40).mapToObj(i -> project.vault("r" + i)).toList();
    UUID policy = project.policy(START, "{}", HOURLY);
    vaults.forEach(vault -> project.apply(policy, vault, START));
    clock.show(NOON);
    List<CompletableFuture<Integer>> replicas =
        IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(fires::tick)).toList();
    replicas.forEach(CompletableFuture::join);
    project.wire.await(CreateCheckpoint.class, 40);
    assertThat(project.fired(40))
        .extracting(PolicyFired::vaultId)
        .containsExactlyInAnyOrderElementsOf(vaults);
    project.ask(new DeletePolicy(policy), NOON.plusSeconds(1));
    assertThat(claim(NOON.plus(Duration.ofHours(2))))
        .extracting(Due::policyId)
        .doesNotContain(policy);
  }

  @Test
  void backsUpTheRestOfTheVaultAndOfTheProjectWhereOneResourceCannotBeRead() {
    List<UUID> vaults =
        List.of(project.vault("torn"), project.vault("db", "torn"), project.vault("web"));
    UUID policy = project.policy(START, "{}", HOURLY);
    vaults.forEach(vault -> project.apply(policy, vault, START));
    at(NOON.plusSeconds(1));
    assertThat(project.wire.await(CreateCheckpoint.class, 2))
        .extracting(CreateCheckpoint::resourceIds)
        .containsExactlyInAnyOrder(List.of("db"), List.of("web"));
    assertThat(project.wire.await(SkipCheckpoint.class, 1).get(0).resources())
        .extracting(SkippedResource::id)
        .containsExactly("torn");
    assertThat(project.fired(2))
        .extracting(PolicyFired::vaultId)
        .containsExactlyInAnyOrder(vaults.get(1), vaults.get(2));
    project.ask(new DeletePolicy(policy), NOON.plusSeconds(2));
  }

  private static UpdatePolicy trigger(UUID policy, String pattern) {
    return new UpdatePolicy(
        policy, null, null, null, new PolicyTrigger(List.of(pattern), null, null), null);
  }

  @Test
  void beginsWhatIsDueAtOnceAFewAtALookAndTheLastWhenHalfOfTheShortestWindowIsOver() {
    List<UUID> vaults = project.vaultsOf(List.of("a", "b", "c", "d", "e", "f", "g"));
    vaults.subList(1, 7).forEach(vault -> hourly("{}", vault));
    UUID soon = project.policy(START, project.within(40, HOURLY));
    project.apply(soon, vaults.get(0), START);
    FireLoop paced = paced("30m");
    clock.show(NOON);
    assertThat(paced.tick()).isEqualTo(2);
    assertThat(project.fired(2)).extracting(PolicyFired::policyId).contains(soon);
    clock.show(NOON.plus(Duration.ofMinutes(20)));
    assertThat(paced.tick()).isEqualTo(2);
    clock.show(NOON.plus(Duration.ofMinutes(30)));
    assertThat(paced.tick()).isEqualTo(3);
    assertThat(project.fired(7)).allSatisfy(one -> assertThat(one.skipped()).isNull());
  }

  @Test
  void isDoneWithTheMomentsOfAVaultThatHoldsNothing() {
    UUID vault = project.vault();
    UUID policy = hourly("{}", vault);
    at(NOON);
    at(NOON.plus(Duration.ofHours(1)));
    assertThat(project.fired(2))
        .extracting(PolicyFired::moment, PolicyFired::resourceIds)
        .containsExactly(tuple(NOON, List.of()), tuple(NOON.plus(Duration.ofHours(1)), List.of()));
    project.ask(new DeletePolicy(policy), NOON.plus(Duration.ofHours(2)));
  }

  @Test
  void letsWhatDoesNotGoThroughNeitherHastenNorHoldWhatBecomesDueAfterIt() {
    List<UUID> torn = project.vaultsOf(List.of("torn1", "torn2", "torn3"));
    torn.forEach(vault -> hourly("{}", vault));
    FireLoop paced = paced("10m");
    clock.show(NOON);
    paced.tick();
    paced.tick();
    UUID later = project.policy(START, "{}", "FREQ=DAILY;BYHOUR=12;BYMINUTE=20");
    project.vaultsOf(List.of("a", "b", "c")).forEach(vault -> project.apply(later, vault, START));
    clock.show(NOON.plus(Duration.ofMinutes(20)));
    assertThat(paced.tick()).isEqualTo(3 + 2);
    assertThat(project.fired(2)).extracting(PolicyFired::policyId).containsOnly(later);
    assertThat(paced.tick()).isEqualTo(3 + 1);
    assertThat(project.fired(3)).extracting(PolicyFired::policyId).containsOnly(later);
    clock.show(NOON.plus(Duration.ofMinutes(61)));
    paced.tick();
    assertThat(project.fired(6))
        .extracting(PolicyFired::skipped)
        .containsExactly(null, null, null, "missed", "missed", "missed");
  }

  @Test
  void letsMoreProjectsThatHangThanItHasThreadsHoldNoOther() {
    hourly("{}", project.vault("hung"));
    try (FiringProject second = new FiringProject(bootstrapServers);
        FiringProject third = new FiringProject(bootstrapServers);
        FiringProject other = new FiringProject(bootstrapServers)) {
      hourly(second, "hung");
      hourly(third, "hung");
      hourly(other, "quick");
      System.setProperty(PlayedInventory.HUNG, "true");
      clock.show(NOON.plusSeconds(1));
      CompletableFuture<Integer> tick = CompletableFuture.supplyAsync(fires::tick);
      assertThat(other.fired(1)).hasSize(1);
      assertThat(project.fired()).isEmpty();
      System.clearProperty(PlayedInventory.HUNG);
      tick.join();
      fires.tick();
      assertThat(project.fired(1)).hasSize(1);
    } finally {
      System.clearProperty(PlayedInventory.HUNG);
    }
  }

  @Test
  void showsOperatorsWhatIsLateAndWhatWasMissed() {
    hourly("{}", project.vault("r"));
    clock.show(NOON.plus(Duration.ofMinutes(5)));
    meters.look();
    double missed = gauge("coffer.fires.missed");
    assertThat(gauge("coffer.fires.late")).isEqualTo(1);
    assertThat(gauge("coffer.fires.oldest.unfinished.seconds")).isEqualTo(300);
    clock.show(NOON.plus(Duration.ofHours(3)).plusSeconds(1));
    fires.tick();
    project.fired(4);
    meters.look();
    assertThat(gauge("coffer.fires.late")).isZero();
    assertThat(gauge("coffer.fires.missed")).isEqualTo(missed + 3);
    assertThat(gauge("coffer.fires.oldest.unfinished.seconds")).isZero();
  }

  private FireLoop paced(String spread) {
    return new FireLoop(
        table,
        inventory,
        dispatch,
        clock,
        UnsetSettings.of(
            FireSettings.class,
            Map.of(
                "coffer.fires.spread",
                spread,
                "coffer.fires.lease",
                "1ms",
                "coffer.fires.patience",
                "10s")));
  }

  private List<Due> claim(Instant now) {
    return table.claim(now, false, 100, Duration.ofMillis(1), List.of());
  }

  private static void hourly(FiringProject project, String resource) {
    project.apply(project.policy(START, "{}", HOURLY), project.vault(resource), START);
  }

  private double gauge(String name) {
    return registry.get(name).gauge().value();
  }

  private UUID hourly(String definition, UUID vault) {
    UUID policy = project.policy(START, definition, HOURLY);
    project.apply(policy, vault, START);
    return policy;
  }

  private void at(Instant time) {
    clock.show(time);
    fires.tick();
  }
}
