package io.kehu.migration.matching.field;

import java.util.List;

/**
 * Compares family names: mistyped, compound, swapped with another part of the name.
 */
final class FamilyNameComparison extends NameComparison {

	FamilyNameComparison(Names names) {
		super(ColumnRole.FAMILY_NAME, "family name",
				List.of("equal", "mistyped", "part or elsewhere in the name", "similar", "different"), names);
	}

	@Override
	int compareNames(int left, int right) {
		int one = this.names.family(left);
		int other = this.names.family(right);
		if (one < 0 || other < 0) {
			return compareSingle(left, right);
		}
		if (one == other) {
			return result(0, one);
		}
		int likeness = this.names.likeness(one, other);
		if (likeness == 1) {
			return result(1);
		}
		int elsewhere = elsewhere(left, right, one, other, false);
		if (elsewhere >= 0 || this.names.isPart(one, other)) {
			return result(2, (elsewhere >= 0) ? elsewhere : one);
		}
		if (isSwappedAndMistyped(left, right)) {
			return result(2);
		}
		return result((likeness == 3) ? 3 : 4);
	}

	private int compareSingle(int left, int right) {
		if (isJoined(left, right)) {
			return result(1);
		}
		if (isSingle(left) && this.names.family(right) >= 0) {
			return compareWord(this.names.words(left)[0], this.names.family(right));
		}
		if (isSingle(right) && this.names.family(left) >= 0) {
			return compareWord(this.names.words(right)[0], this.names.family(left));
		}
		return MISSING;
	}

	private int compareWord(int single, int family) {
		int likeness = this.names.likeness(single, family);
		if (likeness == 0) {
			return result(0, family);
		}
		return (likeness == 1) ? result(1) : MISSING;
	}

	@Override
	public int[] terms(int code) {
		PersonName name = this.names.name(code);
		int[] words = this.names.words(code);
		return (name.family() >= 0) ? new int[] { words[name.family()] } : words;
	}

}
