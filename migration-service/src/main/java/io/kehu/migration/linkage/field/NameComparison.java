package io.kehu.migration.linkage.field;

import java.util.List;

/**
 * Compares one part of two persons' names, with an eye on the other parts: names come
 * swapped, joined and cut.
 */
abstract class NameComparison extends Comparison {

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

	/** A name of one word, of which nobody says whether it is first or last. */
	final boolean isSingle(int code) {
		PersonName name = this.names.name(code);
		return name.words().size() == 1;
	}

}
