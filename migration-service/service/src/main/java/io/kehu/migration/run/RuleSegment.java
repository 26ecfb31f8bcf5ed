package io.kehu.migration.run;

import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.clean.chain.Rule;

/**
 * Consecutive rules of a definition that are applied to a partition in one go. Only the
 * first rule may need a full scan before.
 *
 * @param number the number of the segment, starting from 1
 * @param first the number of preceding rules in the definition
 * @param rules the rules
 */
record RuleSegment(int number, int first, List<Rule> rules) {

	/**
	 * Divides a definition before each rule that needs a full scan, into at least one
	 * segment.
	 */
	static List<RuleSegment> of(List<Rule> rules) {
		List<RuleSegment> segments = new ArrayList<>();
		int first = 0;
		for (int i = 1; i <= rules.size(); i++) {
			if (i == rules.size() || rules.get(i).needsAllRows()) {
				segments.add(new RuleSegment(segments.size() + 1, first, rules.subList(first, i)));
				first = i;
			}
		}
		return segments.isEmpty() ? List.of(new RuleSegment(1, 0, rules)) : segments;
	}

	/** Returns whether the first rule needs a full scan. */
	boolean scans() {
		return !this.rules.isEmpty() && this.rules.get(0).needsAllRows();
	}

	/** Returns the rule that needs a full scan. */
	Rule scanningRule() {
		return this.rules.get(0);
	}

	/** Returns the name of the stage of the full scan. */
	String scanStage() {
		return "scan-" + this.number;
	}

	/** Returns the name of the stage that applies the rules. */
	String stage() {
		return "rules-" + this.number;
	}

}
