package io.coffer.contracts.vault;

import io.coffer.contracts.Command;
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
   */
  record CreateCheckpoint(
      UUID vaultId,
      String name,
      String description,
      boolean autoTrigger,
      boolean incremental,
      List<String> resourceIds,
      List<KnownResource> resources)
      implements CheckpointCommand {}
}
