package io.kehu.migration.run;

import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.clean.chain.Rule;

/**
 * Rules of a definition that are carried out on partitions in one go. Its first rule may
 * be one that must look at all rows before.
 *
 * @param number which leg, from 1
 * @param first how many rules of the definition come before
 * @param rules its rules
 */
record Leg(int number, int first, List<Rule> rules) {

	/**
	 * Cuts a definition before each rule that must look at all rows; at least one leg.
	 */
	static List<Leg> of(List<Rule> rules) {
		List<Leg> legs = new ArrayList<>();
		int first = 0;
		for (int i = 1; i <= rules.size(); i++) {
			if (i == rules.size() || rules.get(i).needsAllRows()) {
				legs.add(new Leg(legs.size() + 1, first, rules.subList(first, i)));
				first = i;
			}
		}
		return legs.isEmpty() ? List.of(new Leg(1, 0, rules)) : legs;
	}

	/** Whether its first rule looks at all rows before. */
	boolean looks() {
		return !this.rules.isEmpty() && this.rules.get(0).needsAllRows();
	}

	/** The rule that looks at all rows. */
	Rule looking() {
		return this.rules.get(0);
	}

	/** The stage of the look. */
	String look() {
		return "look-" + this.number;
	}

	/** The stage in which its rules are carried out. */
	String stage() {
		return "rules-" + this.number;
	}

}
