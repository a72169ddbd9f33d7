package io.coffer.contracts.vault;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a caller may ask of vaults and of the resources in them (chapter 4.5). */
public sealed interface VaultCommand extends Command {

  /**
   * Makes the vault {@code DerivedId.vault(command id)}.
   *
   * @param backupPolicyId the policy to apply, known when the request came; null for none
   */
  @WireName("coffer.vault.create.v1")
  record CreateVault(
      VaultSettings settings, List<KnownResource> resources, List<Tag> tags, String backupPolicyId)
      implements VaultCommand {}

  /** Changes what is not null and leaves the rest. */
  @WireName("coffer.vault.update.v1")
  record UpdateVault(
      UUID vaultId,
      String name,
      Integer sizeGb,
      String consistentLevel,
      Boolean autoBind,
      List<Tag> bindRuleTags,
      Boolean autoExpand,
      Integer threshold,
      Boolean smnNotify,
      Boolean locked)
      implements VaultCommand {}

  /** Changes what is not null in every vault of the project that takes changes. */
  @WireName("coffer.vault.update-all.v1")
  record UpdateVaults(Integer threshold, Boolean smnNotify) implements VaultCommand {}

  /**
   * Goes on with a change of all vaults behind this one. Their owner tells itself where there are
   * many.
   *
   * @param createdAt when this vault was made
   */
  @WireName("coffer.vault.update-more.v1")
  record UpdateMoreVaults(UUID vaultId, Instant createdAt, Integer threshold, Boolean smnNotify)
      implements VaultCommand {}

  /** Deletes the vault with all its backups. The command id is the id of the operation log. */
  @WireName("coffer.vault.delete.v1")
  record DeleteVault(UUID vaultId) implements VaultCommand {}

  /**
   * Associates resources; one that is in this vault already has its exclusions and inclusions
   * replaced.
   */
  @WireName("coffer.vault.add-resources.v1")
  record AddResources(UUID vaultId, List<KnownResource> resources) implements VaultCommand {}

  /** Dissociates resources and deletes their backups in this vault. */
  @WireName("coffer.vault.remove-resources.v1")
  record RemoveResources(UUID vaultId, List<String> resourceIds) implements VaultCommand {}

  /**
   * Lets free resources join the vaults of the project that take them by themselves. The owner of
   * vaults orders it of itself.
   *
   * @param vaultId where there may be room, or another rule, from now on; or that is gone
   */
  @WireName("coffer.vault.bind-resources.v1")
  record BindResources(UUID vaultId) implements VaultCommand {}

  /** Leaves resources out of automatic backups, or takes them in again. */
  @WireName("coffer.vault.set-resources.v1")
  record SetResources(UUID vaultId, List<String> resourceIds, boolean suspended)
      implements VaultCommand {}

  /**
   * Closes a vault for a reason of money or law; what is in it stays. No client may ask for it.
   *
   * @param scene the reason; a vault may be frozen for several at once
   * @param releasable whether the vault may be given up when the reason lasts
   */
  @WireName("coffer.vault.freeze.v1")
  record FreezeVault(UUID vaultId, String scene, boolean releasable) implements VaultCommand {}

  /** Ends one reason; with the last the vault opens. No client may ask for it. */
  @WireName("coffer.vault.thaw.v1")
  record ThawVault(UUID vaultId, String scene) implements VaultCommand {}

  /**
   * Deletes a vault with all its backups that was frozen for this scene since this moment, and not
   * thawed in between. No client may ask for it.
   */
  @WireName("coffer.vault.release.v1")
  record ReleaseVault(UUID vaultId, String scene, Instant frozenAt) implements VaultCommand {}

  /** Moves resources with all their backups into another vault of the project. */
  @WireName("coffer.vault.migrate-resources.v1")
  record MigrateResources(UUID vaultId, UUID destinationVaultId, List<String> resourceIds)
      implements VaultCommand {}
}
