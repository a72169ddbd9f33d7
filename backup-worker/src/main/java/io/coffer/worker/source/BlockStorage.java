package io.coffer.worker.source;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where volumes that no server has are made and deleted. */
public interface BlockStorage {

  /**
   * A volume to be made.
   *
   * @param id chosen by who asks, so that to ask twice makes one
   */
  record NewVolume(UUID id, String name, int sizeGb, Instant createdAt, VolumeSettings settings) {}

  /**
   * Makes an empty volume; the one that has the id already if there is one.
   *
   * @throws ResourceException when the project has no room for it, or it cannot be made
   */
  SingleVolume create(String project, NewVolume wanted);

  /** The volume with this id. */
  Optional<SingleVolume> find(String project, String id);

  /** Deletes a volume, whatever backups there are of it; false when it was not there. */
  boolean delete(String project, String id);
}
