package io.kehu.migration.matching.field;

import java.util.Arrays;
import java.util.List;

/**
 * Compares given names: mistyped, initials, short forms, and given names in another
 * place.
 */
final class GivenNameComparison extends NameComparison {

	GivenNameComparison(Names names) {
		super(ColumnRole.GIVEN_NAME, "given name",
				List.of("equal", "mistyped", "short form", "initial", "elsewhere in the name", "similar", "different"),
				names);
	}

	@Override
	int compareNames(int left, int right) {
		int one = this.names.given(left);
		int other = this.names.given(right);
		if (one < 0 || other < 0) {
			return MISSING;
		}
		if (one == other) {
			return result(0, one);
		}
		if ((isSingle(left) && matchesFamily(one, right)) || (isSingle(right) && matchesFamily(other, left))) {
			return MISSING;
		}
		int likeness = this.names.likeness(one, other);
		if (likeness == 1 || isJoined(left, right)) {
			return result(1);
		}
		if (this.names.isShortForm(one, other)) {
			return result(2);
		}
		if (likeness == 2) {
			return result(3);
		}
		if (isSwappedAndMistyped(left, right)) {
			return result(4, (this.names.records(one, true) > this.names.records(other, true)) ? one : other);
		}
		if (isInOnePlace(left, right)) {
			return result(6);
		}
		int elsewhere = elsewhere(left, right, one, other, true);
		if (elsewhere >= 0) {
			return result(4, elsewhere);
		}
		return result((likeness == 3) ? 5 : 6);
	}

	/**
	 * Returns whether all that the names share is one's given name being the other's
	 * family name: the comparison of family names counts that.
	 */
	private boolean isInOnePlace(int left, int right) {
		boolean one = this.names.given(left) == this.names.family(right);
		boolean other = this.names.given(right) == this.names.family(left);
		return one != other && !this.names.has(one ? left : right, this.names.given(one ? right : left));
	}

	private boolean matchesFamily(int word, int code) {
		int family = this.names.family(code);
		return family >= 0 && this.names.likeness(word, family) <= 1;
	}

	@Override
	public int[] terms(int code) {
		PersonName name = this.names.name(code);
		int[] words = this.names.words(code);
		int end = (name.family() >= 0) ? words.length - 1 : words.length;
		return Arrays.copyOf(words, end);
	}

}
