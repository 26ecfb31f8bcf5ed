package io.kehu.migration.linkage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.linkage.field.FieldSet;

/**
 * Finds the records that mean the same entity, in one table, across tables, or new ones
 * against a set that is linked already. Needs no labels and no tuning: it blocks, learns
 * Fellegi–Sunter weights from the data, and joins bottom-up on the evidence of whole
 * clusters.
 */
public final class Linker {

	private final LinkageSettings settings;

	public Linker(LinkageSettings settings) {
		this.settings = settings;
	}

	/**
	 * Link the records of some sources.
	 * @param sources at least one
	 * @param decisions what people have decided earlier; decisions on unknown records do
	 * not matter
	 * @return the clusters, what to review, and why
	 */
	public LinkageResult link(List<LinkageSource> sources, List<Decision> decisions) {
		Records records = new Records(sources);
		FieldSet fields = FieldSet.of(records.evidence(), this.settings.roles());
		Blocks blocks = new Blocks(BlockingRules.of(fields));
		Training training = new Training(fields.comparisons(), records.size(), this.settings.seed());
		Weights weights = training.learn(blocks);
		int[] known = records.knownEntities();
		Constraints constraints = new Constraints(records.sourceOf(), known, this.settings.acrossSources());
		Components certain = certain(known, decide(records, decisions, constraints));
		LongList pairs = PairScoring.score(blocks, weights, constraints, this.settings.reviewWeight());
		Clustering clustering = new Clustering(weights, constraints, this.settings, records.size());
		clustering.run(pairs, certain);
		return new LinkageResult(records, weights, clustering.clusters(), clustering.review(), blocks.capped());
	}

	/** Link one table on its own. */
	public LinkageResult link(LinkageSource source) {
		return link(List.of(source), List.of());
	}

	/**
	 * Apply the decisions against a match; give back the pairs decided to be the same.
	 */
	private static LongList decide(Records records, List<Decision> decisions, Constraints constraints) {
		Set<RecordReference> references = new HashSet<>();
		decisions.forEach((decision) -> {
			references.add(decision.left());
			references.add(decision.right());
		});
		Map<RecordReference, Integer> rows = records.find(references);
		LongList same = new LongList();
		for (Decision decision : decisions) {
			Integer left = rows.get(decision.left());
			Integer right = rows.get(decision.right());
			if (left != null && right != null && !left.equals(right)) {
				if (decision.same()) {
					same.add(Weights.pair(left, right));
				}
				else {
					constraints.tellApart(left, right);
				}
			}
		}
		return same;
	}

	/** What hangs together before any evidence: known entities and decided pairs. */
	private static Components certain(int[] known, LongList same) {
		Components certain = new Components(known.length);
		Map<Integer, Integer> firsts = new HashMap<>();
		for (int row = 0; row < known.length; row++) {
			if (known[row] != Constraints.UNKNOWN) {
				Integer first = firsts.putIfAbsent(known[row], row);
				if (first != null) {
					certain.join(first, row);
				}
			}
		}
		for (int i = 0; i < same.size(); i++) {
			certain.join((int) (same.get(i) >> 32), (int) same.get(i));
		}
		return certain;
	}

}
