package io.kehu.platform.query;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What {@code q} searches.
 *
 * @param column the column, in the form of {@code search_text_of}
 * @param condition returns the condition that a record has a word that matches a pattern
 * @param impersonal what is searched without personal data, or null if nothing is
 * personal
 * @param permission the permission that is needed to see personal data, or null
 */
record SearchedColumns(String column, UnaryOperator<String> condition, @Nullable String impersonal,
		@Nullable String permission) {

	static SearchedColumns of(String column, @Nullable String impersonal, @Nullable String permission) {
		return new SearchedColumns(column, (pattern) -> column + " like " + pattern, impersonal, permission);
	}

}
