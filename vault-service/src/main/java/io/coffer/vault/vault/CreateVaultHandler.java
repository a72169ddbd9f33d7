package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.vault.VaultCommand.CreateVault;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.resource.ObjectType;
import io.coffer.vault.resource.ResourceRules;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Whether a vault may be made, with the resources it starts with. Without resources nothing is
 * read, and the answer reads nothing either.
 */
@ApplicationScoped
class CreateVaultHandler implements Handler<CreateVault, CreateVaultHandler.State> {

  private final ResourceStore resources;
  private final VaultAnswers answers;

  CreateVaultHandler(ResourceStore resources, VaultAnswers answers) {
    this.resources = resources;
    this.answers = answers;
  }

  /**
   * What is known.
   *
   * @param bound those of the named resources that are in a vault already
   */
  record State(List<ResourceState> bound) {}

  @Override
  public Uni<State> load(CreateVault command, Envelope envelope) {
    List<String> ids = command.resources().stream().map(named -> named.facts().id()).toList();
    return resources.states(envelope.project(), ids).map(State::new);
  }

  @Override
  public Decision decide(State state, CreateVault command, Envelope envelope) {
    if (!"post_paid".equals(command.settings().chargingMode())) {
      return Decision.refuse(
          CbrError.INVALID_PARAMETER,
          "billing.charging_mode must be post_paid: vaults are not sold by month or year here.");
    }
    if (command.backupPolicyId() != null && !takesBackups(command.settings())) {
      return Decision.refuse(
          CbrError.POLICY_CANNOT_APPLIED_VAULT,
          "backup_policy_id is for vaults of a public cloud that take backups.");
    }
    UUID vaultId = DerivedId.vault(envelope.id());
    return ResourceRules.refusal(
            vaultId,
            ObjectType.valueOf(command.settings().objectType()),
            command.resources(),
            state.bound(),
            0)
        .orElseGet(() -> Decision.accept(created(vaultId, command, envelope)));
  }

  @Override
  public Uni<Answer> answer(CreateVault command, Envelope envelope) {
    UUID vaultId = DerivedId.vault(envelope.id());
    return command.resources().isEmpty()
        ? answers.ofEmpty(envelope.project(), vaultId)
        : answers.of(envelope.project(), vaultId);
  }

  private static boolean takesBackups(VaultSettings settings) {
    return settings.cloudType().equals("public") && settings.protectType().equals("backup");
  }

  private static List<Event> created(UUID vaultId, CreateVault command, Envelope envelope) {
    List<Event> events = new ArrayList<>();
    events.add(
        new VaultCreated(
            vaultId,
            command.settings(),
            command.tags(),
            envelope.caller(),
            envelope.time(),
            command.backupPolicyId()));
    if (!command.resources().isEmpty()) {
      events.add(new ResourcesAdded(vaultId, command.resources(), envelope.time()));
    }
    return events;
  }
}
