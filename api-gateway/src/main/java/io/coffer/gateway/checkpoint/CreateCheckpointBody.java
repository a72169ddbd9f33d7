package io.coffer.gateway.checkpoint;

import io.coffer.gateway.request.Check;
import io.coffer.gateway.request.ResourceBody;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The body of POST /checkpoints (tables 4-467 to 4-470). */
record CreateCheckpointBody(Checkpoint checkpoint) {

  record Checkpoint(String vaultId, Parameters parameters) {}

  record Parameters(
      Boolean autoTrigger,
      String description,
      Boolean incremental,
      String name,
      List<String> resources,
      List<ResourceBody> resourceDetails) {}

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
    for (int i = 0; i < details().size(); i++) {
      details().get(i).check(IN + "resource_details[" + i + "]");
    }
    return this;
  }

  /** The parameters; all absent when the body has none. */
  Parameters parameters() {
    return Check.or(checkpoint.parameters(), new Parameters(null, null, null, null, null, null));
  }

  /** The resources named, each once; empty for all of the vault. */
  List<String> resourceIds() {
    Set<String> ids = new LinkedHashSet<>(Check.or(parameters().resources(), List.of()));
    details().forEach(detail -> ids.add(detail.id()));
    return List.copyOf(ids);
  }

  /** Volumes of a resource that are left out this time, besides those its association excludes. */
  Set<String> excludeVolumes(String resourceId) {
    return details().stream()
        .filter(detail -> detail.id().equals(resourceId))
        .flatMap(detail -> detail.excludeVolumes().stream())
        .collect(Collectors.toSet());
  }

  private List<ResourceBody> details() {
    return Check.or(parameters().resourceDetails(), List.of());
  }
}
