package io.kehu.migration.profile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The profile of a column.
 *
 * @param name its name
 * @param type the type of most of its values
 * @param typeShare the share of its values that are of that type, from 0 to 1
 * @param values how many rows have a value
 * @param missing how many have none
 * @param distinct how many different values there are
 * @param lengths how long the values are
 * @param numbers their distribution, null unless they are numbers
 * @param days their distribution, null unless they are dates
 * @param patterns the most frequent patterns
 * @param topValues the most frequent values
 * @param spellings the usual spelling of rarer ones
 * @param issues what is wrong with some of them, the most frequent first
 */
public record ColumnProfile(String name, ColumnValueType type, double typeShare, long values, MissingValues missing,
		Distinct distinct, Lengths lengths, @Nullable NumberSummary numbers, @Nullable DateSummary days,
		List<Counted> patterns, List<Counted> topValues, Map<String, String> spellings, List<Issue> issues) {

	public ColumnProfile {
		patterns = List.copyOf(patterns);
		topValues = List.copyOf(topValues);
		spellings = Collections.unmodifiableMap(new TreeMap<>(spellings));
		issues = List.copyOf(issues);
	}

	/** Returns the rows with or without a value. */
	public long rows() {
		return this.values + this.missing.total();
	}

	/** Returns how many values have an issue, 0 when none has. */
	public long issueCount(IssueKind kind) {
		return this.issues.stream().filter((issue) -> issue.kind() == kind).mapToLong(Issue::count).sum();
	}

	/**
	 * Rows without a value.
	 *
	 * @param blank rows with nothing or only blanks
	 * @param words rows with a word that stands for nothing, by word
	 */
	public record MissingValues(long blank, List<Counted> words) {

		public MissingValues {
			words = List.copyOf(words);
		}

		/** Returns the rows without a value, whichever way it is said. */
		public long total() {
			return this.blank + this.words.stream().mapToLong(Counted::count).sum();
		}

	}

	/**
	 * Different values.
	 *
	 * @param count how many
	 * @param exact whether that is counted, not estimated within about 1%
	 */
	public record Distinct(long count, boolean exact) {
	}

	/**
	 * Lengths in characters.
	 *
	 * @param shortest of the shortest value
	 * @param longest of the longest value
	 * @param mean on average
	 */
	public record Lengths(int shortest, int longest, double mean) {
	}

}
