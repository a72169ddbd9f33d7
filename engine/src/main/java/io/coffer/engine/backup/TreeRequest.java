package io.coffer.engine.backup;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One snapshot of folders, files and devices of this machine. Block devices and very large files
 * that are named directly are kept as volumes, in blocks; all else as trees.
 *
 * @param paths as {@link NamedPaths} finds them
 * @param filesAreVolumes whether named files of any size are volumes, links to them followed
 * @param parent the snapshot that unchanged files are taken from without being read, if any
 * @param changedExtents by path: what changed in a volume since the parent; makes a volume of it
 */
public record TreeRequest(
    List<Path> paths,
    String hostname,
    List<String> tags,
    OffsetDateTime time,
    Optional<String> parent,
    boolean filesAreVolumes,
    Map<Path, List<Extent>> changedExtents) {}
