package io.coffer.vault.association;

import io.coffer.contracts.vault.VaultCommand.SetResources;
import io.coffer.contracts.vault.VaultEvent.ResourcesSet;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.resource.Members;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultNotFound;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStore;
import io.coffer.vault.vault.VaultVerb;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Whether resources may be left out of automatic backups, or be taken in again: all or none. */
@ApplicationScoped
class SetResourcesHandler implements Handler<SetResources, SetResourcesHandler.State> {

  private final VaultStore vaults;
  private final ResourceStore resources;

  SetResourcesHandler(VaultStore vaults, ResourceStore resources) {
    this.vaults = vaults;
    this.resources = resources;
  }

  /**
   * What is known.
   *
   * @param bound those of the named resources that are in a vault of the project
   */
  record State(VaultState vault, List<ResourceState> bound) {}

  @Override
  public Uni<State> load(SetResources command, Envelope envelope) {
    return Loading.of(vaults.state(envelope.project(), command.vaultId()))
        .then(vault -> resources.states(envelope.project(), command.resourceIds()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, SetResources command, Envelope envelope) {
    return VaultVerb.UPDATE
        .refusal(state.vault())
        .or(() -> Members.refusal(command.vaultId(), command.resourceIds(), state.bound()))
        .orElseGet(() -> set(state, command, envelope));
  }

  @Override
  public Decision absent(SetResources command) {
    return VaultNotFound.refusal(command.vaultId());
  }

  @Override
  public Uni<Answer> answer(SetResources command, Envelope envelope) {
    return Uni.createFrom().item(Answer.ok(Map.of("set_resource_ids", command.resourceIds())));
  }

  private static Decision set(State state, SetResources command, Envelope envelope) {
    boolean isSo =
        state.bound().stream()
            .allMatch(resource -> resource.choices().suspended() == command.suspended());
    return isSo
        ? Decision.nothing()
        : Decision.accept(
            new ResourcesSet(
                command.vaultId(), command.resourceIds(), command.suspended(), envelope.time()));
  }
}
