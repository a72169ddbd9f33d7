package io.coffer.engine.backup;

import java.util.List;
import java.util.Optional;

/**
 * A volume of a backup.
 *
 * @param path inside the snapshot, beginning with a slash
 * @param blockSize in bytes: a multiple of 4096, at most 8 MiB, the same in all backups of a volume
 * @param changedExtents all that changed since the parent snapshot, if that is known: the rest is
 *     taken from the parent without being read. Without a parent that has the volume in blocks of
 *     this size all is read
 */
public record VolumeSource(
    String path, BlockSource source, int blockSize, Optional<List<Extent>> changedExtents) {
  private static final int MAX_BLOCK = 8 * 1024 * 1024;

  public VolumeSource {
    if (blockSize < 4096 || blockSize > MAX_BLOCK || blockSize % 4096 != 0) {
      throw new IllegalArgumentException("blockSize " + blockSize + " of " + path);
    }
  }

  public VolumeSource(String path, BlockSource source, int blockSize) {
    this(path, source, blockSize, Optional.empty());
  }

  /** A volume in blocks of the usual size. */
  public VolumeSource(String path, BlockSource source) {
    this(path, source, BlockSize.forVolume(source.size()));
  }
}
