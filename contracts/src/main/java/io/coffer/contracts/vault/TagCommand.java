package io.coffer.contracts.vault;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.util.List;
import java.util.UUID;

/** What a caller may ask of the tags of vaults (chapter 4.7). */
public sealed interface TagCommand extends Command {

  /** Gives the vault these tags, in place of those of the same keys. */
  @WireName("coffer.vault.add-tags.v1")
  record AddTags(UUID vaultId, List<Tag> tags) implements TagCommand {}

  /**
   * Takes the tags of these keys from the vault.
   *
   * @param mustExist whether a key that the vault does not have is refused
   */
  @WireName("coffer.vault.remove-tags.v1")
  record RemoveTags(UUID vaultId, List<String> keys, boolean mustExist) implements TagCommand {}

  /** Gives the vault its one system tag, which says what enterprise project it belongs to. */
  @WireName("coffer.vault.assign-enterprise-project.v1")
  record AssignEnterpriseProject(UUID vaultId, String enterpriseProjectId) implements TagCommand {}
}
