package io.coffer.scheduler.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.policy.PolicyEvent.PolicyFired;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.Samples;
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

  private static PolicyFired fired(int startWindowMinutes, Instant now) {
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
    Decision.Accepted decision =
        (Decision.Accepted)
            Fires.decide(
                new Fires.State(next, policy, true, List.of(), Map.of()),
                new FireDue(Samples.POLICY, Samples.VAULT, MOMENT, List.of(), List.of()),
                now,
                Duration.ofHours(1));
    return (PolicyFired) decision.events().get(0);
  }
}
