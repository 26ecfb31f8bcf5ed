package io.kehu.migration.matching.field;

import java.util.List;

/**
 * Compares one part of two persons' names, with an eye on the other parts: names come
 * swapped, joined and cut.
 */
abstract class NameComparison extends FieldComparison {

	final Names names;

	NameComparison(ColumnRole role, String name, List<String> levels, Names names) {
		super(role, name, levels, names.codes());
		this.names = names;
	}

	@Override
	public final int distinct() {
		return this.names.distinct();
	}

	@Override
	public final String text(int code) {
		return String.join(" ", this.names.name(code).words());
	}

	@Override
	public final int terms() {
		return this.names.distinctWords();
	}

	@Override
	public final int compare(int left, int right) {
		if (left < 0 || right < 0) {
			return MISSING;
		}
		return compareNames(left, right);
	}

	abstract int compareNames(int left, int right);

	/**
	 * Returns the word that one record has in this part of its name and the other
	 * elsewhere. When both have one, as in swapped names, that which is more usual in
	 * this part counts.
	 */
	final int elsewhere(int left, int right, int one, int other, boolean given) {
		boolean otherFound = this.names.has(left, other);
		boolean oneFound = this.names.has(right, one);
		if (oneFound && otherFound) {
			return (this.names.records(one, given) > this.names.records(other, given)) ? one : other;
		}
		if (oneFound) {
			return one;
		}
		return otherFound ? other : MISSING;
	}

	/**
	 * Returns whether one of two names is of one word which holds the other's words
	 * written as one.
	 */
	final boolean isJoined(int left, int right) {
		return (isSingle(left) && this.names.isJoined(left, right))
				|| (isSingle(right) && this.names.isJoined(right, left));
	}

	/**
	 * Returns whether first and last name are swapped and one of them is mistyped as
	 * well.
	 */
	final boolean isSwappedAndMistyped(int left, int right) {
		return isAlike(this.names.given(left), this.names.family(right))
				&& isAlike(this.names.family(left), this.names.given(right));
	}

	private boolean isAlike(int one, int other) {
		return one >= 0 && other >= 0 && this.names.likeness(one, other) <= 1;
	}

	/** Returns whether a name has one word only. */
	final boolean isSingle(int code) {
		return this.names.isSingle(code);
	}

}
