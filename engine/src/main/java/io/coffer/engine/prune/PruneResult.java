package io.coffer.engine.prune;

/**
 * What a prune did.
 *
 * @param freedBytes that the repository shrank by
 * @param deletedPacks packs that nothing used
 * @param repackedPacks packs whose used blobs were copied to new packs
 * @param waitingPacks unused packs that are left for a later prune: the grace is not over, or
 *     somebody else was using the repository
 * @param wastefulPacks packs that are used in part and waste more than was allowed, left as they
 *     are: there are too many for one run, or they are damaged
 */
public record PruneResult(
    long freedBytes, int deletedPacks, int repackedPacks, int waitingPacks, int wastefulPacks) {}
