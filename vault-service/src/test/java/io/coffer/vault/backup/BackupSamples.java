package io.coffer.vault.backup;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.vault.Samples;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Backups that tests are about. */
public final class BackupSamples {

  private static final UUID COMMAND = new UUID(5, 5);

  private BackupSamples() {}

  /** The backup of a server with those of its volumes, or of a disk alone. */
  public static List<BackupState> family(KnownResource resource, BackupStatus status) {
    return family(resource, status, status == BackupStatus.protecting ? null : "snap-1");
  }

  public static List<BackupState> family(
      KnownResource resource, BackupStatus status, String snapshotId) {
    ResourceFacts facts = resource.facts();
    long bytes = facts.volumes().stream().mapToLong(volume -> volume.sizeBytes()).sum();
    BackupState parent = backup(null, facts.id(), facts.type(), status, snapshotId, bytes);
    boolean isDisk = facts.volumes().get(0).id().equals(facts.id());
    return Stream.concat(
            Stream.of(parent),
            facts.volumes().stream()
                .filter(volume -> !isDisk)
                .map(
                    volume ->
                        backup(
                            parent.id(),
                            volume.id(),
                            "OS::Cinder::Volume",
                            status,
                            snapshotId,
                            volume.sizeBytes())))
        .toList();
  }

  private static BackupState backup(
      UUID parentId,
      String resourceId,
      String type,
      BackupStatus status,
      String snapshotId,
      long bytes) {
    return new BackupState(
        DerivedId.backup(COMMAND, resourceId),
        parentId,
        Samples.VAULT,
        status,
        "manualbk_1234",
        resourceId,
        type,
        "name of " + resourceId,
        snapshotId,
        bytes);
  }
}
