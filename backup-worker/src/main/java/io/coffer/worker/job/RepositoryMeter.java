package io.coffer.worker.job;

import java.util.OptionalLong;
import java.util.UUID;

/** Tells what the repository of a vault costs at this moment. */
public interface RepositoryMeter {

  /** The bytes of all packs, indexes and snapshots; 0 without a repository, empty when unknown. */
  OptionalLong storedBytes(UUID vaultId);
}
