package io.coffer.vault.tag;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TagCommand.RemoveTags;
import io.coffer.contracts.vault.TagEvent.TagsSet;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.vault.VaultNotFound;
import io.coffer.vault.vault.VaultStore;
import io.coffer.vault.vault.VaultVerb;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Whether tags may be taken from a vault. The key alone counts, whatever value it has. */
@ApplicationScoped
class RemoveTagsHandler implements Handler<RemoveTags, TaggedVault> {

  private final VaultStore vaults;

  RemoveTagsHandler(VaultStore vaults) {
    this.vaults = vaults;
  }

  @Override
  public Uni<TaggedVault> load(RemoveTags command, Envelope envelope) {
    return Loading.of(vaults.state(envelope.project(), command.vaultId()))
        .then(vault -> vaults.tags(envelope.project(), vault.id()))
        .as(TaggedVault::new);
  }

  @Override
  public Decision decide(TaggedVault state, RemoveTags command, Envelope envelope) {
    return VaultVerb.UPDATE
        .refusal(state.vault())
        .or(() -> missing(state, command))
        .orElseGet(() -> remove(state, command, envelope));
  }

  @Override
  public Decision absent(RemoveTags command) {
    return VaultNotFound.refusal(command.vaultId());
  }

  private static Optional<Decision> missing(TaggedVault state, RemoveTags command) {
    List<String> known = state.tags().stream().map(Tag::key).toList();
    return command.keys().stream()
        .filter(key -> command.mustExist() && !known.contains(key))
        .findFirst()
        .map(
            key ->
                Decision.refuse(
                    CbrError.KEY_NOT_EXIST,
                    "Vault " + command.vaultId() + " has no tag " + key + "."));
  }

  private static Decision remove(TaggedVault state, RemoveTags command, Envelope envelope) {
    List<Tag> tags =
        state.tags().stream().filter(tag -> !command.keys().contains(tag.key())).toList();
    return tags.size() == state.tags().size()
        ? Decision.nothing()
        : Decision.accept(new TagsSet(command.vaultId(), tags, envelope.time()));
  }
}
