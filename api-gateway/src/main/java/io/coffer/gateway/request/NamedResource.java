package io.coffer.gateway.request;

import io.coffer.contracts.vault.IncludedVolume;
import io.coffer.contracts.vault.ResourceChoices;
import io.coffer.gateway.contract.Body;

/** A resource that a body names, to associate it (table 4-155) or to back it up (table 4-470). */
public record NamedResource(String id, String type, ResourceChoices choices) {

  public static NamedResource of(Body resource) {
    Body extra = resource.object("extra_info");
    return new NamedResource(
        resource.text("id"),
        resource.text("type"),
        new ResourceChoices(
            extra.texts("exclude_volumes"),
            extra.objects("include_volumes", volume -> volume.as(IncludedVolume.class))));
  }
}
