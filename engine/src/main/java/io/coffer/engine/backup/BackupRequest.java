package io.coffer.engine.backup;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One snapshot of volumes and small files.
 *
 * @param time that the snapshot carries
 * @param parent id of the snapshot before this one, if any
 */
public record BackupRequest(
    List<VolumeSource> volumes,
    List<SmallFile> files,
    String hostname,
    List<String> tags,
    OffsetDateTime time,
    Optional<String> parent) {}
