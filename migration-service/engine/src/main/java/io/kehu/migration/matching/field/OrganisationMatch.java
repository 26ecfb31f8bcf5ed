package io.kehu.migration.matching.field;

import java.util.Arrays;

import io.kehu.migration.matching.field.OrganisationTerms.Kind;
import io.kehu.migration.matching.text.EditDistance;

/**
 * Pairs the words of two names of organisations and says what is left.
 */
final class OrganisationMatch {

	/**
	 * A mistyped word tells so many bits less than one that is equal, over its length.
	 */
	private static final double MISTYPED = 12;

	private static final double BITS_OF_INITIAL = 3;

	private static final int LONG = 7;

	private final OrganisationTerms terms;

	private final int[] one;

	private final int[] other;

	private final boolean[] onePaired;

	private final boolean[] otherPaired;

	private double bits;

	private boolean telling;

	private boolean mistyped;

	OrganisationMatch(OrganisationTerms terms, int[] one, int[] other) {
		this.terms = terms;
		this.one = one;
		this.other = other;
		this.onePaired = new boolean[one.length];
		this.otherPaired = new boolean[other.length];
		pair(false);
		if (!all(this.onePaired) || !all(this.otherPaired)) {
			pairJoined();
			pair(true);
		}
	}

	/** Returns how much the words in common tell, in bits. */
	double bits() {
		return this.bits;
	}

	/** Returns at which level the names agree, 1 or worse. */
	int level() {
		Kind left = rest(this.one, this.onePaired);
		Kind right = rest(this.other, this.otherPaired);
		if (left == Kind.FILLER && right == Kind.FILLER) {
			boolean whole = all(this.onePaired) && all(this.otherPaired);
			return whole ? (this.mistyped ? 2 : 1) : this.telling ? 3 : 6;
		}
		if (areInitials(this.one, this.other) || areInitials(this.other, this.one)) {
			this.bits = BITS_OF_INITIAL * Math.max(this.one.length, this.other.length);
			return 4;
		}
		if (!this.telling) {
			return 8;
		}
		if (left == Kind.FILLER || right == Kind.FILLER) {
			Kind surplus = (left == Kind.FILLER) ? right : left;
			return (surplus == Kind.PLACE) ? 5 : 6;
		}
		return 7;
	}

	private static boolean all(boolean[] paired) {
		for (boolean one : paired) {
			if (!one) {
				return false;
			}
		}
		return true;
	}

	private void pair(boolean alike) {
		for (int i = 0; i < this.one.length; i++) {
			for (int j = 0; j < this.other.length && !this.onePaired[i]; j++) {
				if (!this.otherPaired[j]
						&& (alike ? this.terms.isAlike(this.one[i], this.other[j]) : this.one[i] == this.other[j])) {
					this.onePaired[i] = true;
					this.otherPaired[j] = true;
					this.mistyped |= alike;
					count(this.one[i], this.other[j], alike);
				}
			}
		}
	}

	private void count(int left, int right, boolean alike) {
		this.bits += Math.max(0,
				Math.min(this.terms.bits(left), this.terms.bits(right)) - (alike ? MISTYPED / length(left, right) : 0));
		this.telling |= this.terms.kind(left) == Kind.TELLING && this.terms.kind(right) == Kind.TELLING;
	}

	private double length(int left, int right) {
		return Math.min(this.terms.text(left).length(), this.terms.text(right).length());
	}

	/** Pairs words that one name writes as one and the other as several. */
	private void pairJoined() {
		String left = joined(this.one, this.onePaired);
		String right = joined(this.other, this.otherPaired);
		int oneLeft = this.one.length - count(this.onePaired);
		int otherLeft = this.other.length - count(this.otherPaired);
		if (left.isEmpty() || right.isEmpty() || (oneLeft == 1 && otherLeft == 1)) {
			return;
		}
		int edits = (Math.min(left.length(), right.length()) >= LONG) ? 1 : 0;
		if (EditDistance.within(left, right, edits) <= edits) {
			this.mistyped |= !left.equals(right);
			this.bits += Math.min(restBits(this.one, this.onePaired), restBits(this.other, this.otherPaired));
			this.telling |= rest(this.one, this.onePaired) == Kind.TELLING
					|| rest(this.other, this.otherPaired) == Kind.TELLING;
			Arrays.fill(this.onePaired, true);
			Arrays.fill(this.otherPaired, true);
		}
	}

	private static int count(boolean[] paired) {
		int count = 0;
		for (boolean one : paired) {
			count += one ? 1 : 0;
		}
		return count;
	}

	private String joined(int[] words, boolean[] paired) {
		StringBuilder joined = new StringBuilder();
		for (int i = 0; i < words.length; i++) {
			joined.append(paired[i] ? "" : this.terms.text(words[i]));
		}
		return joined.toString();
	}

	private double restBits(int[] words, boolean[] paired) {
		double sum = 0;
		for (int i = 0; i < words.length; i++) {
			sum += paired[i] ? 0 : this.terms.bits(words[i]);
		}
		return sum;
	}

	/** Returns the most telling kind of the words that are left, or filler. */
	private Kind rest(int[] words, boolean[] paired) {
		Kind most = Kind.FILLER;
		for (int i = 0; i < words.length; i++) {
			if (!paired[i] && this.terms.kind(words[i]).compareTo(most) > 0) {
				most = this.terms.kind(words[i]);
			}
		}
		return most;
	}

	private boolean areInitials(int[] words, int[] shortName) {
		if (shortName.length != 1 || words.length < 3) {
			return false;
		}
		String initials = this.terms.text(shortName[0]);
		if (initials.length() != words.length) {
			return false;
		}
		for (int i = 0; i < words.length; i++) {
			if (this.terms.text(words[i]).charAt(0) != initials.charAt(i)) {
				return false;
			}
		}
		return true;
	}

}
