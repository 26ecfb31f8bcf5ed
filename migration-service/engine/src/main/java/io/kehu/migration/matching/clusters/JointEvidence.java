package io.kehu.migration.matching.clusters;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

import io.kehu.migration.matching.field.ColumnRole;
import io.kehu.migration.matching.field.FieldComparison;
import io.kehu.migration.matching.field.NameInAddress;
import io.kehu.migration.matching.weights.MatchWeights;

/**
 * Decides whether names alone join two clusters where they must not: a person and a known
 * record whose name is not the same, with nothing beside the names, and organisations of
 * one name in different places, whose contacts do not agree or only repeat that name. A
 * person decides then.
 */
final class JointEvidence {

	/** The bits from which on persons agree in a field. */
	private static final double LEAST = 0.5;

	/** The bits from which on agreement of organisations is more than a coincidence. */
	private static final double LEAST_OF_ORGANISATIONS = 3;

	/** What organisations of one name differ in if they are not the same. */
	private static final Set<ColumnRole> CONTACTS = EnumSet.of(ColumnRole.EMAIL, ColumnRole.PHONE,
			ColumnRole.IDENTIFIER, ColumnRole.DATE);

	private final MatchWeights weights;

	private final ClusterProfile one;

	private final ClusterProfile other;

	private JointEvidence(MatchWeights weights, ClusterProfile one, ClusterProfile other) {
		this.weights = weights;
		this.one = one;
		this.other = other;
	}

	/**
	 * Returns whether only a person can join two clusters.
	 * @param known whether one of them holds a known record
	 */
	static boolean isLacking(MatchWeights weights, ClusterProfile one, ClusterProfile other, boolean known) {
		JointEvidence evidence = new JointEvidence(weights, one, other);
		int organisation = evidence.first(ColumnRole.ORGANISATION);
		if (organisation >= 0) {
			return evidence.any(ColumnRole.PLACE) && !evidence.agreesAny(ColumnRole.PLACE) && evidence.isAsked()
					&& !evidence.agrees((field) -> CONTACTS.contains(evidence.role(field)), organisation);
		}
		return known && evidence.differInName() && !evidence
			.agrees((field) -> !evidence.role(field).isName() && evidence.role(field) != ColumnRole.CATEGORY, -1);
	}

	private ColumnRole role(int field) {
		return comparison(field).role();
	}

	private FieldComparison comparison(int field) {
		return this.weights.comparisons().get(field);
	}

	private boolean isFilled(int field) {
		return this.one.standing(field).length > 0 && this.other.standing(field).length > 0
				&& !comparison(field).isMark();
	}

	/** Returns the first field of a role that both have, or -1. */
	private int first(ColumnRole role) {
		for (int field = 0; field < this.one.fields(); field++) {
			if (role(field) == role && isFilled(field)) {
				return field;
			}
		}
		return -1;
	}

	private boolean any(ColumnRole role) {
		return first(role) >= 0;
	}

	/** Returns whether the values of a field of a role are anything but different. */
	private boolean agreesAny(ColumnRole role) {
		for (int field = 0; field < this.one.fields(); field++) {
			if (role(field) == role && isFilled(field) && best(field) < comparison(field).levels().size() - 1) {
				return true;
			}
		}
		return false;
	}

	private boolean isAsked() {
		return CONTACTS.stream().anyMatch(this::any);
	}

	/** Returns whether both have a name of a person, but not the same. */
	private boolean differInName() {
		int given = first(ColumnRole.GIVEN_NAME);
		int family = first(ColumnRole.FAMILY_NAME);
		return (given >= 0 || family >= 0) && ((given >= 0 && best(given) != 0) || (family >= 0 && best(family) != 0));
	}

	/** Returns the best level at which values of a field agree; that of missing is 0. */
	private int best(int field) {
		FieldComparison comparison = comparison(field);
		int best = comparison.levels().size() - 1;
		for (int left : this.one.standing(field)) {
			for (int right : this.other.standing(field)) {
				int result = comparison.compare(comparison.code(left), comparison.code(right));
				best = (result < 0) ? 0 : Math.min(best, FieldComparison.level(result));
			}
		}
		return best;
	}

	/**
	 * Returns whether a field agrees.
	 * @param organisation the field with names of organisations, from which values must
	 * not follow, or -1
	 */
	private boolean agrees(IntPredicate fields, int organisation) {
		double least = (organisation >= 0) ? LEAST_OF_ORGANISATIONS : LEAST;
		for (int field = 0; field < this.one.fields(); field++) {
			if (!fields.test(field) || !isFilled(field)) {
				continue;
			}
			for (int left : this.one.standing(field)) {
				for (int right : this.other.standing(field)) {
					if (this.weights.ofRows(field, left, right) >= least && !isEntailed(field, left, right)
							&& (organisation < 0 || !follows(organisation, field, left))) {
						return true;
					}
				}
			}
		}
		return false;
	}

	/** Returns whether the agreement follows from another field. */
	private boolean isEntailed(int field, int left, int right) {
		FieldComparison comparison = comparison(field);
		int result = comparison.compare(comparison.code(left), comparison.code(right));
		return result >= 0 && comparison.most(FieldComparison.level(result)) < Double.POSITIVE_INFINITY;
	}

	/** Returns whether a value contains the name of the organisation, as domains do. */
	private boolean follows(int organisation, int field, int row) {
		FieldComparison names = comparison(organisation);
		int code = names.code(row);
		return code >= 0
				&& NameInAddress.contains(comparison(field).text(comparison(field).code(row)), names.text(code));
	}

}
