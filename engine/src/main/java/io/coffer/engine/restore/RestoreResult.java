package io.coffer.engine.restore;

/**
 * What a restore did.
 *
 * @param totalBytes of the file
 * @param writtenBytes written to the target; the rest was there already, or is a hole
 * @param readBytes read from the repository
 */
public record RestoreResult(long totalBytes, long writtenBytes, long readBytes) {}
