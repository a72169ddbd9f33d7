package io.coffer.worker.source;

import io.coffer.contracts.vault.ResourceType;

/**
 * What is backed up or written back.
 *
 * @param type the name of a {@link ResourceType}
 */
public record ResourceRef(String project, String id, String type) {

  /** Whether it is a volume by itself. */
  public boolean isVolume() {
    return ResourceType.DISK.isNamed(type);
  }

  /** Whether it is a file system, which has files and no volumes. */
  public boolean isFileSystem() {
    return ResourceType.TURBO.isNamed(type);
  }
}
