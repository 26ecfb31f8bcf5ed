package io.kehu.migration.profile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cleaning rule that would help, for a steward to accept or not.
 *
 * @param id the same for the same finding in the same file
 * @param column the column it is for, or an asterisk for whole rows
 * @param kind the rule's kind in the cleaning chain
 * @param parameters its parameters in the cleaning chain
 * @param affected how many values or rows it would change
 * @param reason why it would help, with figures
 */
public record RuleProposal(String id, String column, String kind, Map<String, Object> parameters, long affected,
		String reason) {

	/** Stands for whole rows instead of a column. */
	public static final String ROWS = "*";

	public RuleProposal {
		parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
	}

}
