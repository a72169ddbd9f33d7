package io.coffer.engine.backup;

/**
 * A file that fits in memory, such as a server's metadata.
 *
 * @param path inside the snapshot, beginning with a slash
 */
public record SmallFile(String path, byte[] bytes) {}
