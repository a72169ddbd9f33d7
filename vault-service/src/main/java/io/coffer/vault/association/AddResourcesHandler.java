package io.coffer.vault.association;

import io.coffer.contracts.vault.VaultCommand.AddResources;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.resource.ResourceRules;
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

/** Whether a vault takes more resources. One that it has already gets other exclusions. */
@ApplicationScoped
class AddResourcesHandler implements Handler<AddResources, AddResourcesHandler.State> {

  private final VaultStore vaults;
  private final ResourceStore resources;

  AddResourcesHandler(VaultStore vaults, ResourceStore resources) {
    this.vaults = vaults;
    this.resources = resources;
  }

  /**
   * What is known.
   *
   * @param bound those of the named resources that are in a vault of the project
   * @param present how many resources the vault has
   */
  record State(VaultState vault, List<ResourceState> bound, long present) {}

  @Override
  public Uni<State> load(AddResources command, Envelope envelope) {
    return Loading.of(vaults.state(envelope.project(), command.vaultId()))
        .then(vault -> resources.states(envelope.project(), ids(command)))
        .then((vault, bound) -> resources.countIn(envelope.project(), vault.id()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, AddResources command, Envelope envelope) {
    VaultState vault = state.vault();
    return VaultVerb.ASSOCIATE
        .refusal(vault)
        .or(
            () ->
                ResourceRules.refusal(
                    vault.id(),
                    vault.objectType(),
                    command.resources(),
                    state.bound(),
                    state.present()))
        .orElseGet(
            () ->
                Decision.accept(
                    new ResourcesAdded(vault.id(), command.resources(), envelope.time())));
  }

  @Override
  public Decision absent(AddResources command) {
    return VaultNotFound.refusal(command.vaultId());
  }

  @Override
  public Uni<Answer> answer(AddResources command, Envelope envelope) {
    return Uni.createFrom().item(Answer.ok(Map.of("add_resource_ids", ids(command))));
  }

  private static List<String> ids(AddResources command) {
    return command.resources().stream().map(named -> named.facts().id()).toList();
  }
}
