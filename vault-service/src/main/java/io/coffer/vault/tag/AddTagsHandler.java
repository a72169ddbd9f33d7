package io.coffer.vault.tag;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TagCommand.AddTags;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a vault may have more tags. A key that it has keeps its place and gets the new value. */
@ApplicationScoped
class AddTagsHandler implements Handler<AddTags, TaggedVault> {

  /** How many tags a vault has. */
  private static final int MOST = 10;

  private final VaultStore vaults;

  AddTagsHandler(VaultStore vaults) {
    this.vaults = vaults;
  }

  @Override
  public Uni<TaggedVault> load(AddTags command, Envelope envelope) {
    return Loading.of(vaults.state(envelope.project(), command.vaultId()))
        .then(vault -> vaults.tags(envelope.project(), vault.id()))
        .as(TaggedVault::new);
  }

  @Override
  public Decision decide(TaggedVault state, AddTags command, Envelope envelope) {
    return VaultVerb.UPDATE
        .refusal(state.vault())
        .or(() -> TagForm.refusal(command.tags()))
        .orElseGet(() -> add(state, command, envelope));
  }

  @Override
  public Decision absent(AddTags command) {
    return VaultNotFound.refusal(command.vaultId());
  }

  private static Decision add(TaggedVault state, AddTags command, Envelope envelope) {
    Map<String, Tag> all = new LinkedHashMap<>();
    state.tags().forEach(tag -> all.put(tag.key(), tag));
    command.tags().forEach(tag -> all.put(tag.key(), tag));
    if (all.size() > MOST) {
      return Decision.refuse(
          CbrError.MAXIMUM_NUMBER_TAGS_REACHED_RESOURCE,
          "Vault "
              + command.vaultId()
              + " would have "
              + all.size()
              + " tags, "
              + MOST
              + " at most.");
    }
    List<Tag> tags = List.copyOf(all.values());
    return tags.equals(state.tags())
        ? Decision.nothing()
        : Decision.accept(new TagsSet(command.vaultId(), tags, envelope.time()));
  }
}
