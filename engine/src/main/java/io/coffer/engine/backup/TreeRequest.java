package io.coffer.engine.backup;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One snapshot of folders, files and devices of this machine. Files and block devices that are
 * named directly are kept as volumes, in blocks; folders with all that is in them as trees.
 *
 * @param paths absolute
 * @param parent the snapshot that unchanged files are taken from without being read, if any
 * @param changedExtents by path: what changed in a volume since the parent
 */
public record TreeRequest(
    List<Path> paths,
    String hostname,
    List<String> tags,
    OffsetDateTime time,
    Optional<String> parent,
    Map<Path, List<Extent>> changedExtents) {}
