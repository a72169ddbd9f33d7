package io.coffer.contracts.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a caller may ask of restore points (chapter 4.12). */
public sealed interface CheckpointCommand extends Command {

  /**
   * Backs up resources of a vault: the checkpoint {@code DerivedId.checkpoint(command id)} with one
   * task {@code DerivedId.task(command id, resource id)} and one backup {@code
   * DerivedId.backup(command id, resource id)} for each.
   *
   * @param name null for a derived name
   * @param autoTrigger whether a policy fired it
   * @param resourceIds the resources to back up; empty for all of the vault
   * @param resources what the inventory says now of those that still exist; a resource that is
   *     missing here has vanished
   * @param fullResourceIds those whose backup is a full one even if the others' need not be
   * @param firedAt the moment of the policy whose fire this is, where nobody waits for an answer
   *     and each resource that is not backed up gets a task that says why; null when somebody asks
   * @param expiredAt until when the backups are kept; null for no such end
   * @param policyId the policy that asks, or that somebody names; null for none
   */
  @WireName("coffer.checkpoint.create.v1")
  record CreateCheckpoint(
      UUID vaultId,
      String name,
      String description,
      boolean autoTrigger,
      boolean incremental,
      List<String> resourceIds,
      List<KnownResource> resources,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> fullResourceIds,
      @JsonInclude(JsonInclude.Include.NON_NULL) Instant firedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) Instant expiredAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) UUID policyId)
      implements CheckpointCommand {

    public CreateCheckpoint {
      fullResourceIds = fullResourceIds == null ? List.of() : List.copyOf(fullResourceIds);
    }
  }

  /**
   * Tells of a fire that makes no backups: each resource gets the task {@code
   * DerivedId.task(command id, resource id)}, which says why.
   */
  @WireName("coffer.checkpoint.skip.v1")
  record SkipCheckpoint(
      UUID vaultId,
      List<SkippedResource> resources,
      @JsonInclude(JsonInclude.Include.NON_NULL) UUID policyId)
      implements CheckpointCommand {}
}
