package io.coffer.engine.prune;

/**
 * What a prune did.
 *
 * @param freedBytes that the repository shrank by
 * @param deletedPacks packs that nothing used
 */
public record PruneResult(long freedBytes, int deletedPacks) {}
