package io.coffer.gateway.checkpoint;

import io.coffer.gateway.request.Check;
import io.coffer.gateway.request.ResourceType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The body of POST /checkpoints (tables 4-467 to 4-470). */
record CreateCheckpointBody(Checkpoint checkpoint) {

  record Checkpoint(String vaultId, Parameters parameters) {}

  record Parameters(
      Boolean autoTrigger,
      String description,
      Boolean incremental,
      String name,
      List<String> resources,
      List<Detail> resourceDetails) {}

  /** A resource to back up; which of its volumes are left out is a matter of its association. */
  record Detail(String id, String type, String name) {}

  private static final String IN = "checkpoint.parameters.";
  private static final int MOST = 256;

  CreateCheckpointBody checked() {
    Checkpoint body = Check.present("checkpoint", checkpoint);
    Check.present("checkpoint.vault_id", body.vaultId());
    Parameters p = parameters();
    Check.text(IN + "name", p.name(), 1, 64);
    Check.wording(IN + "name", p.name(), "-_");
    Check.text(IN + "description", p.description(), 0, 255);
    Check.list(IN + "resources", p.resources(), 0, MOST);
    for (String id : Check.or(p.resources(), List.<String>of())) {
      Check.text(IN + "resources", id, 1, 64);
    }
    Check.list(IN + "resource_details", p.resourceDetails(), 0, MOST);
    List<Detail> details = Check.or(p.resourceDetails(), List.of());
    for (int i = 0; i < details.size(); i++) {
      check(IN + "resource_details[" + i + "].", details.get(i));
    }
    return this;
  }

  private static void check(String path, Detail detail) {
    Check.text(path + "id", Check.present(path + "id", detail.id()), 1, 64);
    Check.oneOf(path + "type", Check.present(path + "type", detail.type()), ResourceType.ALL);
    Check.text(path + "name", detail.name(), 0, 255);
  }

  /** The parameters; all absent when the body has none. */
  Parameters parameters() {
    return Check.or(checkpoint.parameters(), new Parameters(null, null, null, null, null, null));
  }

  /** The resources named, each once; empty for all of the vault. */
  List<String> resourceIds() {
    Set<String> ids = new LinkedHashSet<>(Check.or(parameters().resources(), List.of()));
    Check.or(parameters().resourceDetails(), List.<Detail>of())
        .forEach(detail -> ids.add(detail.id()));
    return List.copyOf(ids);
  }
}
