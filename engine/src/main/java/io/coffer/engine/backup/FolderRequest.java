package io.coffer.engine.backup;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One snapshot of a folder and of small files that tell about it.
 *
 * @param folder of this machine
 * @param path what the folder is called in the snapshot, beginning with a slash
 * @param parent the snapshot that unchanged files are taken from without being read, if any
 */
public record FolderRequest(
    Path folder,
    String path,
    List<SmallFile> files,
    String hostname,
    List<String> tags,
    OffsetDateTime time,
    Optional<String> parent) {}
