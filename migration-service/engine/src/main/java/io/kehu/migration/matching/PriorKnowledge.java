package io.kehu.migration.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.matching.clusters.Components;
import io.kehu.migration.matching.clusters.Constraints;

/**
 * What is certain before any evidence: the records of known entities, and the decisions
 * of reviewers.
 */
final class PriorKnowledge {

	private final LinkedRecords records;

	private final int[] known;

	PriorKnowledge(LinkedRecords records, int[] known) {
		this.records = records;
		this.known = known;
	}

	/**
	 * Applies decisions; those that tell records apart become constraints.
	 */
	Components apply(List<Decision> decisions, Constraints constraints) {
		Components certain = new Components(this.known.length);
		Map<Integer, Integer> firsts = new HashMap<>();
		for (int row = 0; row < this.known.length; row++) {
			if (this.known[row] != Constraints.UNKNOWN) {
				Integer first = firsts.putIfAbsent(this.known[row], row);
				if (first != null) {
					certain.join(first, row);
				}
			}
		}
		Set<RecordReference> references = new HashSet<>();
		decisions.forEach((decision) -> {
			references.add(decision.left());
			references.add(decision.right());
		});
		Map<RecordReference, Integer> rows = this.records.find(references);
		for (Decision decision : decisions) {
			Integer left = rows.get(decision.left());
			Integer right = rows.get(decision.right());
			if (left != null && right != null && !left.equals(right)) {
				decide(left, right, decision.same(), certain, constraints);
			}
		}
		return certain;
	}

	private static void decide(int left, int right, boolean same, Components certain, Constraints constraints) {
		if (same) {
			certain.join(certain.root(left), certain.root(right));
		}
		else {
			constraints.tellApart(left, right);
		}
	}

}
