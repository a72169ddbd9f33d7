package io.coffer.scheduler.fire;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.PolicyEvent.PolicyFired;
import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.contracts.vault.CheckpointCommand.SkipCheckpoint;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.messaging.decision.Decision;
import io.coffer.policy.definition.OperationDefinition;
import io.coffer.policy.fire.FireDecision;
import io.coffer.policy.fire.FireFacts;
import io.coffer.policy.fire.FullInterval;
import io.coffer.policy.fire.Misfire;
import io.coffer.policy.fire.SkipReason;
import io.coffer.scheduler.binding.Binding;
import io.coffer.scheduler.calendar.NextFire;
import io.coffer.scheduler.policy.PolicyState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is done about the moments of a policy that are due for a vault: about each one thing. */
final class Fires {

  /** How many moments are told of at once. */
  static final int MOST = 24;

  /** Nobody looks at the very moment: with no window at all every fire would be missed. */
  static final int LEAST_MINUTES = 1;

  private static final CbrError UNKNOWN = CbrError.BACKUP_NOT_ALLOWED_CURRENT_RESOURCE_STATUS;
  private static final String UNKNOWN_SENTENCE =
      "Whether the resource exists cannot be said: not all of the inventory can be read.";

  private final State state;
  private final FireDue due;
  private final Instant now;

  /**
   * What is known.
   *
   * @param next null where something was done about the moment meanwhile
   * @param policy null where it is gone
   * @param applied whether it still is applied to the vault
   * @param resources those in the vault
   * @param intervals by resource, of those that have had a good backup in the vault
   */
  record State(
      NextFire next,
      PolicyState policy,
      boolean applied,
      List<Binding> resources,
      Map<String, FullInterval> intervals) {}

  private Fires(State state, FireDue due, Instant now) {
    this.state = state;
    this.due = due;
    this.now = now;
  }

  /**
   * Each moment gets a fact and, where the vault has resources, an order under an id of its own.
   * One that has to wait for the inventory stays due, and so does what follows it: it waits where
   * nothing was found but may be there. What was found does not wait for the rest.
   *
   * @param grace how late a fire may begin where its policy says nothing of it
   */
  static Decision decide(State state, FireDue due, Instant now, Duration grace) {
    Fires fires = new Fires(state, due, now);
    List<FireDecision> decisions =
        Misfire.decide(state.next().due(now, MOST + 1), now, fires.window(grace));
    Decision.Accepted accepted = Decision.nothing();
    for (FireDecision one : decisions.subList(0, Math.min(MOST, decisions.size()))) {
      Optional<SkipReason> skipped = fires.skipped(one);
      if (skipped.isEmpty() && fires.seesNothing()) {
        return accepted;
      }
      accepted = fires.and(accepted, one.fire(), skipped.orElse(null));
    }
    return accepted;
  }

  private Duration window(Duration grace) {
    Integer minutes = state.next().timetable().windowMinutes();
    return minutes == null ? grace : Duration.ofMinutes(Math.max(minutes, LEAST_MINUTES));
  }

  private Optional<SkipReason> skipped(FireDecision one) {
    boolean acts = state.policy() != null && state.policy().fires() && state.applied();
    return new FireFacts(!one.runs(), acts, true, false, false, false, false).skipped();
  }

  /** What came into the vault after the inventory was asked was not in it at the moment. */
  private List<Binding> resources() {
    return state.resources().stream()
        .filter(resource -> due.asked().contains(resource.resourceId()))
        .toList();
  }

  private Decision.Accepted and(Decision.Accepted before, Instant moment, SkipReason skipped) {
    UUID id = DerivedId.fire(due.policyId(), due.vaultId(), moment);
    List<Binding> resources = resources();
    Decision.Accepted all =
        before.and(
            new PolicyFired(
                due.policyId(),
                due.vaultId(),
                moment,
                resources.stream().map(Binding::resourceId).toList(),
                id,
                skipped == null ? null : skipped.name().toLowerCase(Locale.ROOT),
                now));
    if (resources.isEmpty()) {
      return all;
    }
    if (skipped != null) {
      return all.and(id, skips(resources, skipped.error(), skipped.sentence()));
    }
    List<Binding> unknown = resources.stream().filter(this::isUnknown).toList();
    Decision.Accepted ordered =
        all.and(id, backups(moment, resources.stream().filter(one -> !isUnknown(one)).toList()));
    return unknown.isEmpty()
        ? ordered
        : ordered.and(DerivedId.of(id, "unknown"), skips(unknown, UNKNOWN, UNKNOWN_SENTENCE));
  }

  /** Whether all that is in the vault may be there or not. */
  private boolean seesNothing() {
    List<Binding> resources = resources();
    return !resources.isEmpty() && resources.stream().allMatch(this::isUnknown);
  }

  private boolean isUnknown(Binding resource) {
    return !due.found().whole() && !due.found().has(resource.resourceId());
  }

  private CreateCheckpoint backups(Instant moment, List<Binding> resources) {
    OperationDefinition definition = state.policy().definition();
    List<String> ids = resources.stream().map(Binding::resourceId).toList();
    return new CreateCheckpoint(
        due.vaultId(),
        null,
        null,
        true,
        true,
        ids,
        due.found().resources().stream()
            .filter(facts -> ids.contains(facts.id()))
            .map(KnownResource::of)
            .toList(),
        ids.stream()
            .filter(
                id ->
                    state
                        .intervals()
                        .getOrDefault(id, FullInterval.NONE)
                        .full(definition.fullBackupInterval(), now, false))
            .toList(),
        moment,
        definition.retention().expiryOf(now).orElse(null),
        due.policyId());
  }

  private SkipCheckpoint skips(List<Binding> resources, CbrError error, String sentence) {
    return new SkipCheckpoint(
        due.vaultId(),
        resources.stream()
            .map(
                resource ->
                    new SkippedResource(
                        resource.resourceId(),
                        resource.type(),
                        resource.name(),
                        error.code(),
                        sentence))
            .toList(),
        due.policyId());
  }
}
