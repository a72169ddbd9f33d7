package io.coffer.gateway.vault;

import io.coffer.gateway.request.Check;
import io.coffer.gateway.request.ResourceBody;
import java.util.List;

/** The body of POST /vaults/{vault_id}/addresources (table 4-222). */
record AddResourcesBody(List<ResourceBody> resources) {

  List<ResourceBody> checked() {
    Check.list("resources", Check.present("resources", resources), 1, 256);
    for (int i = 0; i < resources.size(); i++) {
      resources.get(i).check("resources[" + i + "]");
    }
    return resources;
  }
}
