package io.kehu.migration.matching.field;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Keeps persons and organisations of one file apart.
 */
final class KindComparison extends FieldComparison {

	private static final double[] WEIGHTS = { 0, -60 };

	/**
	 * Creates the comparison.
	 * @param codes 0 for a person, 1 for an organisation
	 */
	KindComparison(int[] codes) {
		super(ColumnRole.ORGANISATION, "kind", List.of("equal", "a person and an organisation"), codes);
	}

	@Override
	public int distinct() {
		return 2;
	}

	@Override
	public String text(int code) {
		return (code == 0) ? "person" : "organisation";
	}

	@Override
	public int compare(int left, int right) {
		return (left < 0 || right < 0) ? MISSING : result((left == right) ? 0 : 1);
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
		return WEIGHTS.clone();
	}

}
