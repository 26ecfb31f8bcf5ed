package io.kehu.migration.matching;

import java.util.List;

/**
 * The explanation of why two records match or not, from the prior through the weight of
 * each field.
 *
 * @param prior weight in bits before any evidence
 * @param steps the fields' evidence in order
 * @param total weight in bits after all evidence
 */
public record PairExplanation(double prior, List<Step> steps, double total) {

	public PairExplanation {
		steps = List.copyOf(steps);
	}

	/** Returns how likely both records mean the same, on their own evidence alone. */
	public double probability() {
		return 1 / (1 + Math.pow(2, -this.total));
	}

	/**
	 * The evidence of one field.
	 *
	 * @param field its name
	 * @param left the value of the first record, empty when missing
	 * @param right the value of the second record, empty when missing
	 * @param agreement at which level the values agree, or "missing"
	 * @param weight the field's weight in bits
	 * @param running weight of the prior and all fields up to this one
	 */
	public record Step(String field, String left, String right, String agreement, double weight, double running) {
	}

}
