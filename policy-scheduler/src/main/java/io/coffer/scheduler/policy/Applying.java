package io.coffer.scheduler.policy;

import static io.coffer.messaging.decision.Decision.no;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.policy.PolicyCommand.ApplyPolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.policy.VaultFacts;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.association.Association;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which policies may be applied to which vault, and what becomes of those that were before. */
final class Applying {

  private static final Set<String> OPEN = Set.of("available", "lock");

  private Applying() {}

  /**
   * What is known.
   *
   * @param policies those that the command names, as far as they are there
   * @param present what is applied to the vault now
   * @param vaultGone whether the vault ended while the request was on its way
   */
  record State(List<PolicyState> policies, List<Association> present, boolean vaultGone) {}

  static Decision decide(State state, ApplyPolicy command, Instant time) {
    VaultFacts vault = command.vault();
    if (state.vaultGone()) {
      return Decision.refuse(CbrError.VAULT_NOT_FOUND, "Vault " + vault.id() + " does not exist.");
    }
    if (!OPEN.contains(vault.status())) {
      return Decision.refuse(
          CbrError.VAULT_STATUS_INVALID, "Vault " + vault.id() + " is " + vault.status() + ".");
    }
    Set<String> types = new HashSet<>();
    List<PolicyApplied> events = new ArrayList<>();
    for (UUID id : command.policyIds()) {
      Optional<PolicyState> known =
          state.policies().stream().filter(policy -> policy.id().equals(id)).findFirst();
      if (known.isEmpty()) {
        return PolicyNotFound.refusal(id);
      }
      String type = known.get().settings().operationType();
      if (!types.add(type)) {
        return Decision.refuse(
            CbrError.INVALID_PARAMETER, "add_policy_ids names two " + type + " policies.");
      }
      Optional<Decision> refusal = refusal(known.get(), command);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      String destination =
          type.equals(PolicyType.REPLICATION) ? command.destinationVaultId() : null;
      if (!state.present().contains(new Association(vault.id(), id, type, destination))) {
        events.add(new PolicyApplied(id, vault.id(), type, destination, time));
      }
    }
    return Decision.accept(events);
  }

  private static Optional<Decision> refusal(PolicyState policy, ApplyPolicy command) {
    boolean replicates = policy.settings().operationType().equals(PolicyType.REPLICATION);
    VaultFacts vault = command.vault();
    if (vault.protectType().equals("replication")) {
      return no(
          CbrError.POLICY_CANNOT_APPLIED_VAULT,
          "Policy "
              + policy.id()
              + " cannot be applied to vault "
              + vault.id()
              + ", which takes copies of backups.");
    }
    if (replicates && command.destinationVaultId() == null) {
      return no(
          CbrError.INVALID_PARAMETER,
          "destination_vault_id is mandatory for a replication policy.");
    }
    return !replicates && vault.cloudType().equals("hybrid")
        ? no(CbrError.BACKUP_POLICIES_CANNOT_APPLIED_HYBRID_CLOUD_BACKUP, null)
        : Optional.empty();
  }
}
