package io.coffer.worker.source;

import java.nio.file.Path;

/**
 * Where a file system can be read and written.
 *
 * @param metadata what it was, as JSON: it goes into the backup
 */
public record MountedFolder(Path path, byte[] metadata) {}
