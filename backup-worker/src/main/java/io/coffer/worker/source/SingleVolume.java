package io.coffer.worker.source;

import java.time.Instant;

/** A volume that no server has. */
public record SingleVolume(
    String project, Instant createdAt, VolumeSettings settings, Volume volume) {}
