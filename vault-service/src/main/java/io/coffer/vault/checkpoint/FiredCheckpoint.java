package io.coffer.vault.checkpoint;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.vault.BackupEvent.BackupsSkipped;
import io.coffer.contracts.vault.BackupEvent.SkippedBackup;
import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import io.coffer.contracts.vault.CheckpointCommand;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.checkpoint.CreateCheckpoint.Sorted;
import io.coffer.vault.checkpoint.CreateCheckpoint.State;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.vault.VaultNotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Backs up resources because a policy fired. Nobody waits for an answer, so nothing is refused:
 * each resource ends in a backup or in a task that says why there is none.
 */
final class FiredCheckpoint {

  private FiredCheckpoint() {}

  /** The vault in the state is null when it is gone. */
  static Decision decide(
      State state, CheckpointCommand.CreateCheckpoint command, Envelope envelope) {
    Optional<Decision.Refused> refusal =
        state.vault() == null
            ? Optional.of((Decision.Refused) VaultNotFound.refusal(command.vaultId()))
            : CreateCheckpoint.refusal(state.vault());
    if (refusal.isPresent()) {
      List<SkippedResource> all =
          command.resourceIds().stream()
              .map(id -> skipped(state, command, id, refusal.get()))
              .toList();
      return all.isEmpty()
          ? Decision.nothing()
          : Decision.accept(tasks(command.vaultId(), null, all, command.policyId(), envelope));
    }
    return plan(state, command, envelope);
  }

  private static Decision plan(
      State state, CheckpointCommand.CreateCheckpoint command, Envelope envelope) {
    Sorted sorted = CreateCheckpoint.sort(state, command, envelope);
    List<SkippedResource> skipped = new ArrayList<>(sorted.skipped());
    skipped.addAll(strangers(state, command));
    boolean none = sorted.backups().isEmpty();
    List<Event> events = new ArrayList<>();
    if (!none) {
      events.addAll(CreateCheckpoint.events(state.vault(), command, envelope, sorted));
    }
    if (!skipped.isEmpty()) {
      UUID checkpoint = none ? null : DerivedId.checkpoint(envelope.id());
      events.add(tasks(command.vaultId(), checkpoint, skipped, command.policyId(), envelope));
    }
    return Decision.accept(events).and(sorted.work());
  }

  /** What has left the vault since the policy fired. */
  private static List<SkippedResource> strangers(
      State state, CheckpointCommand.CreateCheckpoint command) {
    Set<String> present =
        state.resources().stream().map(ResourceState::id).collect(Collectors.toSet());
    return command.resourceIds().stream()
        .filter(id -> !present.contains(id))
        .map(
            id ->
                skipped(
                    state,
                    command,
                    id,
                    Decision.refuse(
                        CbrError.RESOURCE_NOT_IN_VAULT,
                        "Resource " + id + " is not in vault " + command.vaultId() + ".")))
        .toList();
  }

  /** The task of each resource, which ends as it begins. */
  static BackupsSkipped tasks(
      UUID vaultId,
      UUID checkpointId,
      List<SkippedResource> resources,
      UUID policyId,
      Envelope envelope) {
    return new BackupsSkipped(
        vaultId,
        checkpointId,
        resources.stream()
            .map(
                resource ->
                    new SkippedBackup(DerivedId.task(envelope.id(), resource.id()), resource))
            .toList(),
        envelope.time(),
        policyId);
  }

  private static SkippedResource skipped(
      State state, CheckpointCommand.CreateCheckpoint command, String id, Decision.Refused why) {
    Optional<ResourceState> row =
        state.resources().stream().filter(one -> one.id().equals(id)).findFirst();
    Optional<ResourceFacts> facts =
        command.resources().stream()
            .map(KnownResource::facts)
            .filter(one -> one.id().equals(id))
            .findFirst();
    return new SkippedResource(
        id,
        row.map(ResourceState::type).or(() -> facts.map(ResourceFacts::type)).orElse(null),
        row.map(ResourceState::name).or(() -> facts.map(ResourceFacts::name)).orElse(null),
        why.error().code(),
        why.message());
  }
}
