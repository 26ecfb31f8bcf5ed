package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.kehu.migration.matching.field.ColumnRole;
import io.kehu.migration.matching.field.EqualRecords;
import io.kehu.migration.matching.field.FieldComparison;
import io.kehu.migration.matching.weights.FieldModel;
import io.kehu.migration.matching.weights.MatchWeights;

/**
 * Compares what was learnt with what was found, so that a wrong model does not go
 * unnoticed.
 */
final class Plausibility {

	/** Share of the records from which on merging them is doubtful. */
	private static final double MOST = 0.5;

	private static final double GIANT = 0.1;

	private static final int FEWEST = 20;

	/** Agreement that is less than this much likelier among matches tells nothing. */
	private static final double TELLING = 2;

	/** How much likelier a field must be filled to be looked at. */
	private static final double FILLED = 0.1;

	/** The estimate may be off by this factor. */
	private static final double FACTOR = 5;

	private final EqualRecords groups;

	private final MatchWeights weights;

	private final List<LinkageWarning> warnings = new ArrayList<>();

	private Plausibility(EqualRecords groups, MatchWeights weights) {
		this.groups = groups;
		this.weights = weights;
	}

	/** Returns what is implausible about a result. */
	static List<LinkageWarning> of(EqualRecords groups, MatchWeights weights, GroupedClusters found) {
		Plausibility check = new Plausibility(groups, weights);
		if (groups.size() > 1) {
			check.checkClusters(found.ofGroups());
			check.checkFields();
		}
		return List.copyOf(check.warnings);
	}

	private void checkClusters(List<int[]> clusters) {
		int records = this.groups.size();
		int merged = records - clusters.size();
		int largest = clusters.stream().mapToInt((cluster) -> cluster.length).max().orElse(0);
		if (merged > MOST * records) {
			warn(LinkageWarning.Kind.MERGES_MOST, String.format(Locale.ROOT,
					"%,d of %,d different records would be merged into others", merged, records));
		}
		if (largest > GIANT * records && largest > FEWEST) {
			warn(LinkageWarning.Kind.GIANT_CLUSTER,
					String.format(Locale.ROOT, "One cluster holds %,d of %,d different records", largest, records));
		}
		double found = clusters.stream().mapToDouble((cluster) -> cluster.length * (cluster.length - 1.0) / 2).sum();
		double odds = Math.pow(2, this.weights.prior());
		double expected = odds / (1 + odds) * records * (records - 1.0) / 2;
		if (expected > FACTOR * (found + FEWEST) || found > FACTOR * (expected + FEWEST)) {
			warn(LinkageWarning.Kind.ESTIMATE, String.format(Locale.ROOT,
					"%,.0f pairs were expected to match, but %,.0f were found", expected, found));
		}
	}

	private void checkFields() {
		for (int field = 0; field < this.weights.comparisons().size(); field++) {
			FieldComparison comparison = this.weights.comparisons().get(field);
			FieldModel.Level equal = this.weights.fields().get(field).levels().get(0);
			if (shouldTell(comparison.role()) && comparison.setWeights() == null && equal.m() < TELLING * equal.u()
					&& filled(comparison) > FILLED) {
				warn(LinkageWarning.Kind.FIELD_TELLS_NOTHING,
						String.format(Locale.ROOT,
								"%s agrees in %.1f%% of the matches and in %.1f%% of all other pairs",
								comparison.name(), 100 * equal.m(), 100 * equal.u()));
			}
		}
	}

	private static boolean shouldTell(ColumnRole role) {
		return switch (role) {
			case GIVEN_NAME, FAMILY_NAME, DATE, IDENTIFIER, PHONE, EMAIL -> true;
			case FULL_NAME, POSTCODE, PLACE, ADDRESS, HOUSE_NUMBER, ORGANISATION, COMPANY, CATEGORY, NUMBER, TEXT,
					RECORD_KEY, IGNORED ->
				false;
		};
	}

	private double filled(FieldComparison comparison) {
		int filled = 0;
		for (int group = 0; group < this.groups.size(); group++) {
			filled += (comparison.code(group) >= 0) ? 1 : 0;
		}
		return (double) filled / this.groups.size();
	}

	private void warn(LinkageWarning.Kind kind, String message) {
		this.warnings.add(new LinkageWarning(kind, message));
	}

}
