package io.coffer.worker.source;

import io.coffer.engine.backup.BlockSource;

/** A volume that can be read. */
public record VolumeReadout(String id, String name, BlockSource blocks) {}
