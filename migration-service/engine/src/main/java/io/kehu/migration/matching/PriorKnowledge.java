package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.matching.clusters.Components;
import io.kehu.migration.matching.clusters.Constraints;
import io.kehu.migration.matching.field.EqualRecords;
import io.kehu.migration.matching.field.Separation;

/**
 * What is certain before any evidence: the records of known entities, and the decisions
 * of reviewers. A decision on a record holds for all that are equal to it.
 */
final class PriorKnowledge {

	private final LinkedRecords records;

	private final int[] known;

	private final boolean acrossSources;

	private final List<int[]> same = new ArrayList<>();

	private final List<int[]> different = new ArrayList<>();

	private int refused;

	/** Groups of equal records that are one entity for certain. */
	private final BitSet whole = new BitSet();

	PriorKnowledge(LinkedRecords records, List<Decision> decisions, boolean acrossSources) {
		this.records = records;
		this.known = records.knownEntities();
		this.acrossSources = acrossSources;
		Set<RecordReference> references = new HashSet<>();
		decisions.forEach((decision) -> {
			references.add(decision.left());
			references.add(decision.right());
		});
		Map<RecordReference, Integer> rows = records.find(references);
		for (Decision decision : decisions) {
			Integer left = rows.get(decision.left());
			Integer right = rows.get(decision.right());
			if (left != null && right != null && !left.equals(right)) {
				(decision.same() ? this.same : this.different).add(new int[] { left, right });
			}
		}
	}

	/** Returns which records must not be taken as one even when they are equal. */
	Separation separation() {
		int sources = this.acrossSources ? this.records.sources() : 1;
		int[] sourceOf = this.records.sourceOf();
		Separation separation = new Separation(this.known.length,
				(row) -> (this.known[row] + 1) * sources + (this.acrossSources ? sourceOf[row] : 0));
		this.different.forEach((pair) -> separation.tellApart(pair[0], pair[1]));
		return separation;
	}

	/**
	 * Returns the constraints on groups of equal records. Where a reviewer has told equal
	 * records apart, nothing else can tell what belongs together.
	 */
	Constraints constraints(EqualRecords groups, Separation separation) {
		int[] sourceOf = new int[groups.size()];
		int[] knownOf = new int[groups.size()];
		for (int group = 0; group < sourceOf.length; group++) {
			sourceOf[group] = this.records.sourceOf()[groups.first(group)];
			knownOf[group] = this.known[groups.first(group)];
		}
		Constraints constraints = new Constraints(sourceOf, knownOf, this.acrossSources);
		this.different.forEach((pair) -> constraints.tellApart(groups.group(pair[0]), groups.group(pair[1])));
		for (int[] rows : separation.taken()) {
			int[] parts = Arrays.stream(rows).map(groups::group).distinct().toArray();
			for (int one = 0; one < parts.length; one++) {
				for (int other = one + 1; other < parts.length; other++) {
					constraints.tellApart(parts[one], parts[other]);
				}
			}
		}
		return constraints;
	}

	/**
	 * Returns which groups of equal records belong together in any case. Decisions do not
	 * join known entities, not even through other records.
	 */
	Components certain(EqualRecords groups) {
		Components certain = new Components(groups.size());
		Map<Integer, Integer> firsts = new HashMap<>();
		Map<Integer, Integer> entities = new HashMap<>();
		this.refused = 0;
		for (int row = 0; row < this.known.length; row++) {
			if (this.known[row] != Constraints.UNKNOWN) {
				int group = groups.group(row);
				this.whole.set(group);
				Integer first = firsts.putIfAbsent(this.known[row], group);
				if (first != null) {
					certain.join(first, group);
				}
				entities.put(certain.root(group), this.known[row]);
			}
		}
		for (int[] pair : this.same) {
			int left = groups.group(pair[0]);
			int right = groups.group(pair[1]);
			if (left == right) {
				this.whole.set(left);
			}
			else {
				join(left, right, certain, entities);
			}
		}
		return certain;
	}

	private void join(int left, int right, Components certain, Map<Integer, Integer> entities) {
		Integer one = entities.get(certain.root(left));
		Integer other = entities.get(certain.root(right));
		if (one != null && other != null && !one.equals(other)) {
			this.refused++;
			return;
		}
		certain.join(left, right);
		Integer entity = (one != null) ? one : other;
		if (entity != null) {
			entities.put(certain.root(left), entity);
		}
	}

	/** Returns warnings of decisions that have no effect. */
	List<LinkageWarning> warnings() {
		return (this.refused == 0) ? List.of() : List.of(new LinkageWarning(LinkageWarning.Kind.DECISIONS_CONFLICT,
				"%,d decisions would merge known records with each other and have no effect".formatted(this.refused)));
	}

	/** Returns whether a group of equal records is one entity for certain. */
	boolean isWhole(int group) {
		return this.whole.get(group);
	}

}
