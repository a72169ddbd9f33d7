package io.coffer.gateway.checkpoint;

import io.coffer.contracts.vault.CheckpointCommand;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.request.NamedResource;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The body of POST /checkpoints (tables 4-467 to 4-470). */
record CreateCheckpointBody(UUID vaultId, Body parameters, List<NamedResource> details) {

  static CreateCheckpointBody of(Body body) {
    Body checkpoint = body.object("checkpoint");
    Body parameters = checkpoint.object("parameters");
    return new CreateCheckpointBody(
        checkpoint.id("vault_id"),
        parameters,
        parameters.objects("resource_details", NamedResource::of));
  }

  /** The resources named, each once; empty for all of the vault. */
  List<String> resourceIds() {
    Set<String> ids = new LinkedHashSet<>(parameters.texts("resources"));
    details.forEach(detail -> ids.add(detail.id()));
    return List.copyOf(ids);
  }

  /** Asks to back up those of the resources wanted that still exist. */
  CheckpointCommand.CreateCheckpoint command(
      List<String> wanted, Map<String, ResourceFacts> facts, Instant now) {
    Integer days = parameters.number("retention_duration_days");
    return new CheckpointCommand.CreateCheckpoint(
        vaultId,
        parameters.text("name"),
        parameters.text("description"),
        parameters.flag("auto_trigger"),
        parameters.flag("incremental"),
        resourceIds(),
        wanted.stream().map(facts::get).filter(Objects::nonNull).map(this::thisTime).toList(),
        List.of(),
        null,
        days == null || days <= 0 ? null : now.plus(Duration.ofDays(days)),
        policyId());
  }

  /** The policy that the tasks name; null for none. */
  UUID policyId() {
    return parameters.id("policy_id");
  }

  /** A resource as if it had none of the volumes that are left out this time. */
  private KnownResource thisTime(ResourceFacts resource) {
    Set<String> excluded =
        details.stream()
            .filter(detail -> detail.id().equals(resource.id()))
            .flatMap(detail -> detail.choices().excludeVolumes().stream())
            .collect(Collectors.toSet());
    return KnownResource.of(
        new ResourceFacts(
            resource.id(),
            resource.type(),
            resource.name(),
            resource.sizeGb(),
            resource.volumes().stream()
                .filter(volume -> !excluded.contains(volume.id()))
                .toList()));
  }
}
