package io.coffer.vault.binding;

import io.coffer.contracts.vault.TaggedResource;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.vault.resource.ObjectType;
import io.coffer.vault.resource.Occupancy;
import io.coffer.vault.resource.ResourceRules;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultVerb;

/**
 * A vault that resources may join by themselves.
 *
 * @param occupancy what is in it
 */
record Taker(VaultState vault, Occupancy occupancy) {

  /**
   * Whether a resource may join: of the vault's kind, with all tags of its rule, and while the
   * vault has a place and what is in it is not larger than the vault. One that grows is large
   * enough.
   */
  boolean takes(TaggedResource resource) {
    VaultSettings settings = vault.settings();
    return settings.autoBind()
        && settings.protectType().equals("backup")
        && VaultVerb.ASSOCIATE.refusal(vault).isEmpty()
        && ObjectType.valueOf(settings.objectType()).holds(resource.facts().type())
        && resource.tags().containsAll(settings.bindRuleTags())
        && occupancy.resources() < ResourceRules.MOST
        && (settings.autoExpand()
            || occupancy.sizeGb() + resource.facts().sizeGb() <= settings.sizeGb());
  }

  Taker with(TaggedResource resource) {
    return new Taker(vault, occupancy.and(resource.facts().sizeGb()));
  }
}
