package io.coffer.gateway.vault;

import io.coffer.gateway.request.Check;
import io.coffer.gateway.request.ResourceBody;
import java.util.List;

/** The body of POST /vaults/{vault_id}/removeresources (table 4-218). */
record RemoveResourcesBody(List<String> resourceIds) {

  List<String> checked() {
    Check.list("resource_ids", Check.present("resource_ids", resourceIds), 1, 256);
    for (int i = 0; i < resourceIds.size(); i++) {
      ResourceBody.resourceId("resource_ids[" + i + "]", resourceIds.get(i));
    }
    return resourceIds;
  }
}
