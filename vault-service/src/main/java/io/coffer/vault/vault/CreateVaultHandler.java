package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.VaultCommand.CreateVault;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
          "billing.charging_mode must be post_paid: what is paid in advance is ordered.");
    }
    return VaultCreation.decide(state.bound(), command, envelope);
  }

  @Override
  public Uni<Answer> answer(CreateVault command, Envelope envelope) {
    UUID vaultId = DerivedId.vault(envelope.id());
    return command.resources().isEmpty()
        ? answers.ofEmpty(envelope.project(), vaultId)
        : answers.of(envelope.project(), vaultId);
  }
}
