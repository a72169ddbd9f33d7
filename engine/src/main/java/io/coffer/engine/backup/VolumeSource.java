package io.coffer.engine.backup;

/**
 * A volume of a backup.
 *
 * @param path inside the snapshot, beginning with a slash
 * @param blockSize in bytes: a multiple of 4096, at most 8 MiB, the same in all backups of a volume
 */
public record VolumeSource(String path, BlockSource source, int blockSize) {
  private static final int MAX_BLOCK = 8 * 1024 * 1024;

  public VolumeSource {
    if (blockSize < 4096 || blockSize > MAX_BLOCK || blockSize % 4096 != 0) {
      throw new IllegalArgumentException("blockSize " + blockSize + " of " + path);
    }
  }

  /** A volume in blocks of the usual size. */
  public VolumeSource(String path, BlockSource source) {
    this(path, source, BlockSize.forVolume(source.size()));
  }
}
