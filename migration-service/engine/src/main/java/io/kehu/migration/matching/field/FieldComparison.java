package io.kehu.migration.matching.field;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence: compares the values that two records have in a field, and says
 * at which of a few levels they agree. Values are codes of the comparison's own
 * dictionary.
 */
public abstract class FieldComparison {

	/** Result of a comparison in which a value is missing: no evidence. */
	public static final int MISSING = -1;

	private static final int LEVEL_BITS = 4;

	private final ColumnRole role;

	private final String name;

	private final List<String> levels;

	private final int[] codes;

	FieldComparison(ColumnRole role, String name, List<String> levels, int[] codes) {
		this.role = role;
		this.name = name;
		this.levels = levels;
		this.codes = codes;
	}

	/** Returns what the field means. */
	public final ColumnRole role() {
		return this.role;
	}

	/** Returns the field's name, for people. */
	public final String name() {
		return this.name;
	}

	/** Returns the names of the levels, from the best agreement to none. */
	public final List<String> levels() {
		return this.levels;
	}

	/** Returns the value that a record has, or {@link #MISSING}. */
	public final int code(int row) {
		return this.codes[row];
	}

	/** Returns how many distinct values there are. */
	public abstract int distinct();

	/** Returns a value as text, for people. */
	public abstract String text(int code);

	/**
	 * Compares two values.
	 * @param left a value's code
	 * @param right another's
	 * @return {@link #MISSING}, or the level with the term that agreed
	 */
	public abstract int compare(int left, int right);

	/** Returns whether two values that are there may agree at the best level. */
	public boolean isSame(int left, int right) {
		return left == right;
	}

	/** Returns whether equal values say nothing. */
	public boolean isMark() {
		return false;
	}

	/** Returns whether values of this field may contradict each other. */
	public boolean tellsApart() {
		return false;
	}

	/**
	 * Returns whether no evidence can outweigh that two values differ, so that a person
	 * has to decide.
	 */
	public boolean contradict(int left, int right) {
		return false;
	}

	/**
	 * Returns the most that a level may weigh in bits. It is finite where the agreement
	 * follows from another field, so that it is no evidence of its own.
	 */
	public double most(int level) {
		return Double.POSITIVE_INFINITY;
	}

	/** Returns how many terms may agree; a term's frequency adjusts the weight. */
	public abstract int terms();

	/**
	 * Returns the terms of a value, counted to learn their frequencies.
	 * @param code a value
	 * @return its terms
	 */
	public abstract int[] terms(int code);

	/**
	 * Returns the weights of the levels in bits where they are set, or null where they
	 * are learnt.
	 */
	public double @Nullable [] setWeights() {
		return null;
	}

	/**
	 * Returns the weights of the terms in bits where they are set, or null where they
	 * follow from the frequencies.
	 */
	public float @Nullable [] setTermWeights() {
		return null;
	}

	/** Returns the level of a result that is not missing. */
	public static int level(int result) {
		return result & ((1 << LEVEL_BITS) - 1);
	}

	/** Returns the term on which a result agreed, or {@link #MISSING}. */
	public static int term(int result) {
		return (result >> LEVEL_BITS) - 1;
	}

	static int result(int level) {
		return level;
	}

	static int result(int level, int term) {
		return level | (term + 1) << LEVEL_BITS;
	}

}
