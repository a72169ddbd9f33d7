package io.coffer.contracts.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a caller may ask of policies (chapters 4.8, 4.5.8 and 4.5.9). */
public sealed interface PolicyCommand extends Command {

  /** Makes the policy {@code DerivedId.policy(command id)}. */
  @WireName("coffer.policy.create.v1")
  record CreatePolicy(PolicySettings settings) implements PolicyCommand {}

  /** Changes what is not null, in the trigger too, and leaves the rest. */
  @WireName("coffer.policy.update.v1")
  record UpdatePolicy(
      UUID policyId,
      String name,
      Boolean enabled,
      JsonNode operationDefinition,
      PolicyTrigger trigger,
      String policyType)
      implements PolicyCommand {}

  /** Deletes the policy, which is applied to no vault any more then. */
  @WireName("coffer.policy.delete.v1")
  record DeletePolicy(UUID policyId) implements PolicyCommand {}

  /**
   * Applies policies to a vault, each in place of the one of its type that was applied before.
   *
   * @param destinationVaultId where copies go; null when none is named
   */
  @WireName("coffer.policy.apply.v1")
  record ApplyPolicy(VaultFacts vault, List<UUID> policyIds, String destinationVaultId)
      implements PolicyCommand {}

  /**
   * Takes a policy off a vault.
   *
   * @param vaultExists what the owner of vaults said when the request came
   */
  @WireName("coffer.policy.remove.v1")
  record RemovePolicy(UUID vaultId, boolean vaultExists, UUID policyId) implements PolicyCommand {}

  /**
   * An account gives the project a policy of its organization, or another form of it: the policy
   * {@code DerivedId.delivered(organizational policy, project)}.
   *
   * @param revision what is older than the newest one that came is late
   * @param createdAt from when intervals are counted, in all projects alike
   */
  @WireName("coffer.policy.deliver.v1")
  record DeliverPolicy(
      UUID organizationPolicyId,
      String domainId,
      long revision,
      PolicySettings settings,
      Instant createdAt)
      implements PolicyCommand {}

  /**
   * An account takes a policy of its organization back, from all vaults of the project too.
   *
   * @param domainId the account, which is told of it; null where nobody waits for that
   */
  @WireName("coffer.policy.withdraw.v1")
  record WithdrawPolicy(
      UUID organizationPolicyId,
      long revision,
      @JsonInclude(JsonInclude.Include.NON_NULL) String domainId)
      implements PolicyCommand {}
}
