package io.kehu.migration.matching.field;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

/**
 * What records say about themselves beside their names, such as a title or a legal form.
 * Two marks contradict each other unless one has all parts of the other.
 */
final class Marks {

	private static final int CONTRADICTORY = -2;

	private final String name;

	private final int[] codes;

	private final List<String> texts;

	/** By mark, the marks of which it has all parts. */
	private final BitSet[] includes;

	private final double weight;

	/**
	 * Creates the marks of some records.
	 * @param name what they say, for people
	 * @param codes for each record the place of its mark, or
	 * {@link FieldComparison#MISSING}
	 * @param texts the marks; several parts are joined with a plus
	 * @param same whether two parts say the same
	 * @param weight the weight of a contradiction in bits
	 */
	Marks(String name, int[] codes, List<String> texts, BiPredicate<String, String> same, double weight) {
		this.name = name;
		this.codes = codes;
		this.texts = texts;
		this.weight = weight;
		List<List<String>> parts = texts.stream().map((text) -> List.of(text.split("\\+", -1))).toList();
		this.includes = new BitSet[texts.size()];
		for (int whole = 0; whole < this.includes.length; whole++) {
			this.includes[whole] = new BitSet();
			for (int part = 0; part < this.includes.length; part++) {
				List<String> own = parts.get(whole);
				this.includes[whole].set(part,
						parts.get(part)
							.stream()
							.allMatch((one) -> own.stream().anyMatch((mine) -> same.test(mine, one))));
			}
		}
	}

	/**
	 * Returns codes by which equal records with contradictory marks are told apart, or
	 * null if there are none.
	 */
	int @Nullable [] apart(EqualRecords groups) {
		int[] apart = null;
		for (int group = 0; group < groups.size(); group++) {
			if (groups.size(group) > 1 && most(groups.rows(group)) == CONTRADICTORY) {
				if (apart == null) {
					apart = new int[this.codes.length];
					Arrays.fill(apart, FieldComparison.MISSING);
				}
				for (int row : groups.rows(group)) {
					apart[row] = this.codes[row];
				}
			}
		}
		return apart;
	}

	/** Returns a comparison of groups of records whose marks do not contradict. */
	FieldComparison comparison(EqualRecords groups) {
		int[] ofGroups = new int[groups.size()];
		for (int group = 0; group < ofGroups.length; group++) {
			ofGroups[group] = (groups.size(group) == 1) ? this.codes[groups.first(group)] : most(groups.rows(group));
		}
		return comparison(ofGroups);
	}

	/** Returns a comparison of the records themselves. */
	FieldComparison comparison() {
		return comparison(this.codes);
	}

	private FieldComparison comparison(int[] ofRecords) {
		return new ContradictionComparison(this.name, ofRecords, this.texts, this.includes, this.weight);
	}

	/** Returns whether any record has a mark. */
	boolean exist() {
		return Arrays.stream(this.codes).anyMatch((code) -> code >= 0);
	}

	/** Returns the mark that has the parts of all others. */
	private int most(int[] rows) {
		int most = FieldComparison.MISSING;
		for (int row : rows) {
			int code = this.codes[row];
			if (code >= 0 && (most < 0 || this.includes[code].get(most))) {
				most = code;
			}
			else if (code >= 0 && !this.includes[most].get(code)) {
				return CONTRADICTORY;
			}
		}
		return most;
	}

}
