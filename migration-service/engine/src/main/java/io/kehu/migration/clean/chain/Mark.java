package io.kehu.migration.clean.chain;

import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/**
 * Something to be known of some cells.
 *
 * @param kind what was done to them
 * @param column the column, or null for whole rows
 * @param reason the source of a filled value, or what is wrong
 * @param rows the rows
 */
public record Mark(MarkKind kind, @Nullable String column, String reason, BitSet rows) {

}
