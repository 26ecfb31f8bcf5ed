package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.kehu.migration.matching.text.NormalForms;
import io.kehu.migration.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Compares names of organisations word by word (after soft TF-IDF: Cohen, Ravikumar and
 * Fienberg 2003): rare words count, common ones hardly, and telling words on both sides
 * that the other lacks make two organisations of one group different. The weights are set
 * and not learnt, so that no agreement on places is enough without evidence from the
 * name.
 */
final class OrganisationComparison extends FieldComparison {

	private static final List<String> LEVELS = List.of("equal", "same words", "same words, mistyped",
			"equal but for common words", "initials", "a place more", "further words", "words in common, others differ",
			"different", "no name");

	private static final double[] WEIGHTS = { 5, 4, 3, 0, -2, -3, -2, -16, -20, -7.5 };

	/** The first level at which rare words in common say nothing. */
	private static final int FURTHER = 6;

	private static final int OTHERS_DIFFER = 7;

	private static final int DIFFERENT = 8;

	private static final int NO_NAME = 9;

	/** Rarity counts in steps of half a bit, up to 24 bits. */
	private static final int STEPS = 2;

	private static final int MOST = 24 * STEPS;

	private final Column column;

	private final OrganisationTerms terms;

	private OrganisationComparison(Column column, int[] codes, OrganisationTerms terms) {
		super(ColumnRole.ORGANISATION, column.name(), LEVELS, codes);
		this.column = column;
		this.terms = terms;
	}

	/**
	 * Creates the comparison.
	 * @param column names in their normal form
	 * @param places columns of places
	 * @param always whether each record is an organisation; one without a name then
	 * matches none
	 */
	static OrganisationComparison of(Column column, List<Column> places, boolean always) {
		int[] codes = ValueComparison.codes(column);
		if (always) {
			for (int row = 0; row < codes.length; row++) {
				codes[row] = (codes[row] < 0) ? column.distinct() : codes[row];
			}
		}
		return new OrganisationComparison(column, codes, terms(column, places));
	}

	/** Returns the words of a column of names. */
	static OrganisationTerms terms(Column column, List<Column> places) {
		Set<String> words = new HashSet<>();
		for (Column place : places) {
			for (int code = 0; code < place.distinct(); code++) {
				NormalForms.words(NameInAddress.spelt(place.text(code)))
					.stream()
					.filter((word) -> word.length() > 2)
					.forEach(words::add);
			}
		}
		List<List<String>> names = new ArrayList<>();
		for (int code = 0; code < column.distinct(); code++) {
			names.add(NormalForms.words(column.text(code)));
		}
		return new OrganisationTerms(names, words);
	}

	@Override
	public int distinct() {
		return this.column.distinct() + 1;
	}

	@Override
	public String text(int code) {
		return (code < this.column.distinct()) ? this.column.text(code) : "";
	}

	@Override
	public int compare(int left, int right) {
		if (left < 0 || right < 0) {
			return MISSING;
		}
		if (left == this.column.distinct() || right == this.column.distinct()) {
			return result(NO_NAME);
		}
		if (left == right) {
			return result(0, rarity(left));
		}
		OrganisationMatch match = new OrganisationMatch(this.terms, this.terms.words(left), this.terms.words(right));
		int level = match.level();
		return (level < FURTHER) ? result(level, Math.min(MOST, (int) Math.round(match.bits() * STEPS)))
				: result(level);
	}

	@Override
	public boolean tellsApart() {
		return true;
	}

	/**
	 * Returns whether two names say that these are different organisations, such as two
	 * of a group, who have their phone and address in common.
	 */
	@Override
	public boolean contradict(int left, int right) {
		int result = compare(left, right);
		return result >= 0 && (level(result) == OTHERS_DIFFER || level(result) == DIFFERENT);
	}

	private int rarity(int code) {
		double bits = 0;
		for (int word : this.terms.words(code)) {
			bits += this.terms.bits(word);
		}
		return Math.min(MOST, (int) Math.round(bits * STEPS));
	}

	@Override
	public int terms() {
		return MOST + 1;
	}

	@Override
	public int[] terms(int code) {
		return (code < this.column.distinct()) ? new int[] { rarity(code) } : new int[0];
	}

	@Override
	public double @Nullable [] setWeights() {
		return WEIGHTS.clone();
	}

	@Override
	public float @Nullable [] setTermWeights() {
		float[] weights = new float[MOST + 1];
		for (int term = 0; term < weights.length; term++) {
			weights[term] = (float) term / STEPS;
		}
		return weights;
	}

}
