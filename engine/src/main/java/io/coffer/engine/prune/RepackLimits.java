package io.coffer.engine.prune;

/**
 * How far a prune that is alone packs anew.
 *
 * @param maxUnused the share of unused bytes, 0 to 1, that may stay in packs that are used in part
 * @param copiedBytes used bytes after which no further pack is packed anew in the same run; 0 packs
 *     none anew and only counts those that would be
 */
public record RepackLimits(double maxUnused, long copiedBytes) {}
