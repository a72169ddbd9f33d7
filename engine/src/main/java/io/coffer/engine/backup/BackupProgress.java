package io.coffer.engine.backup;

/**
 * How far a backup is.
 *
 * @param totalBytes of all volumes and files
 * @param processedBytes read or known without reading
 * @param storedBytes that were new and are written to the repository, compressed
 */
public record BackupProgress(long totalBytes, long processedBytes, long storedBytes) {}
