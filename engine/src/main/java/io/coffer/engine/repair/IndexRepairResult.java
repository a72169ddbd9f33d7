package io.coffer.engine.repair;

import java.util.List;

/**
 * What a repair of the indexes did.
 *
 * @param readPacks packs that no index listed rightly and that are listed now
 * @param replacedIndexes index files that were torn, or did not fit the packs
 * @param lostPacks names of packs that were listed and are not there
 * @param unreadablePacks each names a pack that cannot be listed, and why
 */
public record IndexRepairResult(
    int readPacks, int replacedIndexes, List<String> lostPacks, List<String> unreadablePacks) {}
