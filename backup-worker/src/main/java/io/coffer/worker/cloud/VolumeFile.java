package io.coffer.worker.cloud;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.worker.source.BlockStorage.NewVolume;
import io.coffer.worker.source.VolumeSettings;
import java.time.Instant;

/** What stands in the {@code volume.json} of a volume that no server of the local cloud has. */
@JsonNaming(SnakeCaseStrategy.class)
record VolumeFile(
    String id,
    String name,
    String projectId,
    Instant createdAt,
    int sizeGb,
    String description,
    String volumeType,
    String availabilityZone)
    implements EntryFiles.Entry {

  static VolumeFile of(String project, NewVolume wanted) {
    VolumeSettings settings = wanted.settings();
    return new VolumeFile(
        wanted.id().toString(),
        wanted.name(),
        project,
        wanted.createdAt(),
        wanted.sizeGb(),
        settings.description(),
        settings.volumeType(),
        settings.availabilityZone());
  }

  @Override
  public boolean complete() {
    return id != null && name != null && createdAt != null;
  }

  VolumeSettings settings() {
    return new VolumeSettings(description, volumeType, availabilityZone);
  }
}
