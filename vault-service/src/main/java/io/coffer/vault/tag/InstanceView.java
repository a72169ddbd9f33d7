package io.coffer.vault.tag;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.vault.Tag;
import io.coffer.vault.vault.VaultView;
import java.util.List;
import java.util.UUID;

/** A vault as the tag service wants it (table 4-316). */
@JsonNaming(SnakeCaseStrategy.class)
record InstanceView(UUID resourceId, String resourceName, List<Tag> tags, Detail resourceDetail) {

  record Detail(VaultView vault) {}

  static InstanceView of(VaultView vault) {
    return new InstanceView(vault.id(), vault.name(), vault.tags(), new Detail(vault));
  }
}
