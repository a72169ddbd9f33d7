package io.coffer.scheduler.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.coffer.contracts.policy.PolicyEvent.PolicyFired;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;
import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.contracts.vault.CheckpointCommand.SkipCheckpoint;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.Samples;
import io.coffer.scheduler.binding.Binding;
import io.coffer.scheduler.calendar.NextFire;
import io.coffer.scheduler.policy.PolicyState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiresTest {

  private static final Instant MOMENT = Instant.parse("2026-01-02T02:00:00Z");

  @Test
  void runsWhatComesUpInItsFirstMinuteEvenIfNothingMayBeginLate() {
    assertThat(fired(0, MOMENT.plusSeconds(1)).skipped()).isNull();
    assertThat(fired(0, MOMENT.plusSeconds(61)).skipped()).isEqualTo("missed");
    assertThat(fired(5, MOMENT.plusSeconds(300)).skipped()).isNull();
    assertThat(fired(5, MOMENT.plusSeconds(301)).skipped()).isEqualTo("missed");
  }

  @Test
  void backsUpWhatIsFoundAndTellsOfTheRestThatMayBeThere() {
    Decision.Accepted decision =
        decide(new FoundResources(List.of(PlayedInventory.server("db")), false));
    CreateCheckpoint order = (CreateCheckpoint) decision.commands().get(0);
    assertThat(order.resourceIds()).containsExactly("db");
    SkipCheckpoint skip = (SkipCheckpoint) decision.commands().get(1);
    assertThat(skip.resources())
        .extracting(SkippedResource::id, SkippedResource::code)
        .containsExactly(tuple("web", "BackupService.6215"));
    assertThat(decision.orders()).extracting(Decision.Order::id).doesNotHaveDuplicates();
    assertThat(((PolicyFired) decision.events().get(0)).resourceIds()).containsExactly("db", "web");
  }

  @Test
  void letsTheVaultTellOfWhatDoesNotExist() {
    Decision.Accepted decision =
        decide(new FoundResources(List.of(PlayedInventory.server("db")), true));
    assertThat(decision.commands()).hasSize(1);
    assertThat(((CreateCheckpoint) decision.commands().get(0)).resourceIds())
        .containsExactly("db", "web");
  }

  @Test
  void waitsWhereNothingIsFoundThatMayBeThere() {
    assertThat(decide(FoundResources.NOTHING).events()).isEmpty();
    FoundResources others = new FoundResources(List.of(PlayedInventory.server("other")), false);
    assertThat(decide(others).events()).isEmpty();
    assertThat(decide(new FoundResources(List.of(), true)).commands()).hasSize(1);
  }

  /** About a vault with two resources. */
  private static Decision.Accepted decide(FoundResources found) {
    List<Binding> resources =
        List.of(
            new Binding("db", "OS::Nova::Server", "db"),
            new Binding("web", "OS::Nova::Server", "web"));
    return decide(5, MOMENT, resources, found);
  }

  private static PolicyFired fired(int startWindowMinutes, Instant now) {
    FoundResources all = new FoundResources(List.of(), true);
    return (PolicyFired) decide(startWindowMinutes, now, List.of(), all).events().get(0);
  }

  private static Decision.Accepted decide(
      int startWindowMinutes, Instant now, List<Binding> resources, FoundResources found) {
    PolicySettings nightly = Samples.backup("{}");
    PolicyState policy =
        new PolicyState(
            Samples.POLICY,
            new PolicySettings(
                nightly.name(),
                true,
                nightly.operationType(),
                nightly.operationDefinition(),
                new PolicyTrigger(List.of(Samples.NIGHTLY), startWindowMinutes, null),
                null),
            Samples.TIME,
            Samples.TIME,
            null);
    NextFire next = new NextFire(Samples.POLICY, Samples.VAULT, MOMENT, null, policy.timetable());
    List<String> asked = resources.stream().map(Binding::resourceId).toList();
    return (Decision.Accepted)
        Fires.decide(
            new Fires.State(next, policy, true, resources, Map.of()),
            new FireDue(Samples.POLICY, Samples.VAULT, MOMENT, asked, found),
            now,
            Duration.ofHours(1));
  }
}
