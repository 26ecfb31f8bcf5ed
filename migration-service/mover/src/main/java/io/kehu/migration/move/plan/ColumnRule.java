package io.kehu.migration.move.plan;

import org.jspecify.annotations.Nullable;

/**
 * What a steward wishes for a column.
 *
 * @param target the name of the target column, or null for the same
 * @param type the type of the target column if its table is created, in the words of the
 * target database, or null for the usual one
 * @param zeroDateAsNull whether a date of all zeros becomes null; it is rejected
 * otherwise
 * @param encoding the actual encoding of text, if it differs from the declared one, such
 * as UTF-8 in a Latin-1 column; or null
 */
public record ColumnRule(@Nullable String target, @Nullable String type, boolean zeroDateAsNull,
		@Nullable String encoding) {

	/** Nothing in particular. */
	public static final ColumnRule NONE = new ColumnRule(null, null, false, null);

}
