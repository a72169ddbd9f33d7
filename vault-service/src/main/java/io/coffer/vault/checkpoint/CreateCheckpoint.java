package io.coffer.vault.checkpoint;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.PlannedBackup;
import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import io.coffer.contracts.vault.CheckpointCommand;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.capacity.Capacity;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultVerb;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which resources of a vault are backed up now, and which are left out. */
final class CreateCheckpoint {

  private static final String REPLICATION = "replication";

  private CreateCheckpoint() {}

  /**
   * What is known.
   *
   * @param resources all resources of the vault, in order
   * @param running tasks under way that touch them
   * @param newestSnapshots by resource, of those that have a good backup in this vault
   */
  record State(
      VaultState vault,
      List<ResourceState> resources,
      List<OperationState> running,
      Map<String, String> newestSnapshots) {}

  static Decision decide(
      State state, CheckpointCommand.CreateCheckpoint command, Envelope envelope) {
    return refusal(state.vault())
        .or(() -> stranger(state, command))
        .<Decision>map(refused -> refused)
        .orElseGet(() -> plan(state, command, envelope));
  }

  /** Why no resource of the vault is backed up; empty where nothing in it forbids that. */
  static Optional<Decision.Refused> refusal(VaultState vault) {
    return VaultVerb.CHECKPOINT
        .refusal(vault)
        .map(Decision.Refused.class::cast)
        .or(() -> unfit(vault));
  }

  private static Optional<Decision.Refused> unfit(VaultState vault) {
    if (REPLICATION.equals(vault.settings().protectType())) {
      return no(
          CbrError.BACKUP_NOT_ALLOWED_CURRENT_TYPE_VAULTS,
          "Vault " + vault.id() + " takes replicas only.");
    }
    return Capacity.isFull(vault.settings(), vault.usedBytes())
        ? no(CbrError.VAULT_FULL, "Vault " + vault.id() + " is full.")
        : Optional.empty();
  }

  private static Optional<Decision.Refused> stranger(
      State state, CheckpointCommand.CreateCheckpoint command) {
    Set<String> present =
        state.resources().stream().map(row -> row.id()).collect(Collectors.toSet());
    return command.resourceIds().stream()
        .filter(id -> !present.contains(id))
        .findFirst()
        .flatMap(
            id ->
                no(
                    CbrError.RESOURCE_NOT_IN_VAULT,
                    "Resource " + id + " is not in vault " + command.vaultId() + "."));
  }

  private static Decision plan(
      State state, CheckpointCommand.CreateCheckpoint command, Envelope envelope) {
    Sorted sorted = sort(state, command, envelope);
    return sorted.backups().isEmpty()
        ? Decision.refuse(CbrError.NOTHING_TO_BACK_UP, nothing(sorted.skipped()))
        : Decision.accept(events(state.vault(), command, envelope, sorted)).and(sorted.work());
  }

  /** What becomes of those resources in the vault that are asked for. */
  record Sorted(
      List<PlannedBackup> backups, List<StartBackup> work, List<SkippedResource> skipped) {}

  static Sorted sort(State state, CheckpointCommand.CreateCheckpoint command, Envelope envelope) {
    BackupPlan plan = new BackupPlan(state.vault().settings(), command, envelope);
    Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (ResourceState row : asked(state, command)) {
      Optional<SkippedResource> skip = BackupObstacle.of(row, plan, state.running());
      if (skip.isPresent()) {
        sorted.skipped().add(skip.get());
      } else {
        String parent = plan.builds(row) ? state.newestSnapshots().get(row.id()) : null;
        sorted.backups().add(plan.backup(row, parent != null));
        sorted.work().add(plan.work(row, parent));
      }
    }
    return sorted;
  }

  static List<Event> events(
      VaultState vault,
      CheckpointCommand.CreateCheckpoint command,
      Envelope envelope,
      Sorted sorted) {
    List<Event> events = new ArrayList<>();
    events.add(
        new CheckpointCreated(
            vault.id(),
            DerivedId.checkpoint(envelope.id()),
            new BackupPlan(vault.settings(), command, envelope).name(),
            command.description(),
            command.autoTrigger(),
            sorted.backups(),
            sorted.skipped(),
            envelope.requestId(),
            envelope.time(),
            command.expiredAt(),
            command.policyId()));
    return events;
  }

  /** In the order of the vault, each once. */
  private static List<ResourceState> asked(
      State state, CheckpointCommand.CreateCheckpoint command) {
    Set<String> wanted = new LinkedHashSet<>(command.resourceIds());
    return state.resources().stream()
        .filter(row -> wanted.isEmpty() || wanted.contains(row.id()))
        .toList();
  }

  private static String nothing(List<SkippedResource> skipped) {
    return skipped.isEmpty()
        ? "The vault has no resources."
        : skipped.stream()
            .limit(3)
            .map(resource -> resource.reason() + " (" + resource.code() + ")")
            .collect(Collectors.joining(" ", "Nothing can be backed up now: ", ""));
  }

  private static Optional<Decision.Refused> no(CbrError error, String message) {
    return Optional.of(Decision.refuse(error, message));
  }
}
