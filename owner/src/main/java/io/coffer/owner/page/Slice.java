package io.coffer.owner.page;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many elements the whole list has
 */
public record Slice<R>(List<R> rows, long total) {}
