package io.kehu.migration.matching.field;

import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Keeps records apart whose marks contradict each other, such as a person and an
 * organisation, father and son, or two companies of different legal forms. Marks that
 * agree are no evidence.
 */
final class ContradictionComparison extends FieldComparison {

	private final List<String> marks;

	/** By mark, those that it does not contradict because it has all their parts. */
	private final BitSet[] includes;

	private final double weight;

	/**
	 * Creates the comparison.
	 * @param name the name of the field, for people
	 * @param codes for each record the place of its mark, or {@link #MISSING}
	 * @param marks the marks
	 * @param includes by mark, the marks of which it has all parts
	 * @param weight the weight of a contradiction in bits
	 */
	ContradictionComparison(String name, int[] codes, List<String> marks, BitSet[] includes, double weight) {
		super(ColumnRole.ORGANISATION, name, List.of("equal", "contradictory"), codes);
		this.marks = List.copyOf(marks);
		this.includes = includes.clone();
		this.weight = weight;
	}

	@Override
	public int distinct() {
		return this.marks.size();
	}

	@Override
	public String text(int code) {
		return this.marks.get(code).replace('+', ' ');
	}

	@Override
	public int compare(int left, int right) {
		return (left < 0 || right < 0) ? MISSING : result(contradict(left, right) ? 1 : 0);
	}

	@Override
	public boolean contradict(int left, int right) {
		return left != right && !this.includes[left].get(right) && !this.includes[right].get(left);
	}

	@Override
	public boolean isMark() {
		return true;
	}

	@Override
	public boolean tellsApart() {
		return true;
	}

	@Override
	public int terms() {
		return 0;
	}

	@Override
	public int[] terms(int code) {
		return new int[0];
	}

	@Override
	public double @Nullable [] setWeights() {
		return new double[] { 0, this.weight };
	}

}
