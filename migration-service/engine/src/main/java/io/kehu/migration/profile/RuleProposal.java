package io.kehu.migration.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cleaning rule that would help, for a steward to accept or not.
 *
 * @param id the same for the same finding in the same file
 * @param column the column it is for, or an asterisk for whole rows
 * @param step what it does, in a word
 * @param kind the rule's kind in the cleaning chain, or a step outside of it
 * @param parameters its parameters in the cleaning chain
 * @param affected how many values or rows it would change
 * @param reason why it would help, with figures
 */
public record RuleProposal(String id, String column, String step, String kind, Map<String, Object> parameters,
		long affected, String reason) {

	/** Stands for whole rows instead of a column. */
	public static final String ROWS = "*";

	public RuleProposal {
		parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
	}

	/** Returns the same rule with one more finding that it puts right. */
	RuleProposal and(long more, String finding) {
		return new RuleProposal(this.id, this.column, this.step, this.kind, this.parameters,
				Math.max(this.affected, more), this.reason + " " + finding);
	}

	/** Returns the rule as the cleaning chain reads it from JSON. */
	public Map<String, Object> definition() {
		Map<String, Object> definition = new LinkedHashMap<>();
		definition.put("rule", this.kind);
		if (!this.column.equals(ROWS)) {
			definition.put("column", this.column);
		}
		definition.putAll(this.parameters);
		return definition;
	}

}
