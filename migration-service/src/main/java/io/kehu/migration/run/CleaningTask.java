package io.kehu.migration.run;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.migration.clean.chain.Rule;

/**
 * What a cleaning job is to do.
 *
 * @param dataSetId the data set to be cleaned
 * @param outputId the data set to be made
 * @param definitionId the definition
 * @param revision its revision
 * @param seed where samples start from
 * @param references where the sets of known keys are
 */
record CleaningTask(UUID dataSetId, UUID outputId, UUID definitionId, int revision, long seed,
		Map<String, NewRun.KeyReference> references) {

	/**
	 * Which rules each stage carries out: those that look at one row at a time go before
	 * and after those that must see all rows, on partitions; the latter, and what stands
	 * between them, on all rows at once.
	 *
	 * @param before rules on partitions
	 * @param whole rules on all rows
	 * @param after rules on partitions again
	 */
	record Cut(List<Rule> before, List<Rule> whole, List<Rule> after) {

		static Cut of(List<Rule> rules) {
			int first = 0;
			while (first < rules.size() && !rules.get(first).needsAllRows()) {
				first++;
			}
			int end = rules.size();
			while (end > first && !rules.get(end - 1).needsAllRows()) {
				end--;
			}
			return new Cut(rules.subList(0, first), rules.subList(first, end), rules.subList(end, rules.size()));
		}

		/** How many stages work on all rows. */
		int stages() {
			return 1 + (this.whole.isEmpty() ? 0 : 1) + (this.after.isEmpty() ? 0 : 1);
		}

	}

}
