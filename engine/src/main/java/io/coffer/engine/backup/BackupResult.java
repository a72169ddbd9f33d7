package io.coffer.engine.backup;

/**
 * What a backup did.
 *
 * @param processedBytes bytes of all volumes and files, holes included
 * @param readBytes bytes that were read from the sources
 * @param storedBytes bytes of the packs, the indexes and the snapshot that were written
 * @param blocks of all volumes
 * @param zeroBlocks of these, all-zero ones
 * @param newBlobs that the repository did not have before, trees among them
 */
public record BackupResult(
    String snapshotId,
    long processedBytes,
    long readBytes,
    long storedBytes,
    long blocks,
    long zeroBlocks,
    long newBlobs) {}
