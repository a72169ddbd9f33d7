package io.coffer.scheduler.retention;

import io.coffer.messaging.decision.Loading;
import io.coffer.scheduler.association.Association;
import io.coffer.scheduler.association.AssociationStore;
import io.coffer.scheduler.backup.BackupCopy;
import io.coffer.scheduler.backup.LockedVaultStore;
import io.coffer.scheduler.policy.PolicyState;
import io.coffer.scheduler.policy.PolicyStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loads what retention needs to know. */
@ApplicationScoped
class RetentionFacts {

  private final AssociationStore associations;
  private final PolicyStore policies;
  private final LockedVaultStore locked;

  RetentionFacts(AssociationStore associations, PolicyStore policies, LockedVaultStore locked) {
    this.associations = associations;
    this.policies = policies;
    this.locked = locked;
  }

  /** Of a vault, with these backups in it. */
  Uni<Retaining.State> with(String project, UUID vaultId, Uni<List<BackupCopy>> backups) {
    return Loading.of(associations.ofVault(project, vaultId))
        .then(present -> policy(project, present))
        .then((present, policy) -> since(project, vaultId, policy))
        .then((present, policy, since) -> locked.guards(project, vaultId))
        .then((present, policy, since, guards) -> backups)
        .as(
            (present, policy, since, guards, found) ->
                new Retaining.State(policy, since, guards, found));
  }

  private Uni<Instant> since(String project, UUID vaultId, Optional<PolicyState> policy) {
    return policy
        .map(
            one ->
                associations
                    .since(project, vaultId, one.id())
                    .map(applied -> applied.isAfter(one.updatedAt()) ? applied : one.updatedAt()))
        .orElseGet(() -> Uni.createFrom().item(Instant.MIN));
  }

  private Uni<Optional<PolicyState>> policy(String project, List<Association> present) {
    List<UUID> ids = present.stream().map(Association::policyId).toList();
    return policies
        .states(project, ids)
        .map(all -> all.stream().filter(PolicyState::makesBackups).findFirst());
  }
}
