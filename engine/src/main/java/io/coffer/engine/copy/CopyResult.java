package io.coffer.engine.copy;

import java.util.Map;

/**
 * What was copied.
 *
 * @param snapshots what each is called in the other repository, by its id in this one
 * @param readBytes what the blobs of data that they need take up in this repository
 * @param storedBytes what the other repository grew by
 */
public record CopyResult(Map<String, String> snapshots, long readBytes, long storedBytes) {}
