package io.kehu.migration.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How often a rule did something.
 *
 * @param rule the rule's place in the definition, from 1
 * @param step the kind of rule
 * @param column the column; absent for whole rows
 * @param kind what was done
 * @param reason why, or the source of filled values
 * @param count how many cells or rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeCount(int rule, String step, @Nullable String column, ChangeKind kind, @Nullable String reason,
		long count) {

	/** The same, counted more. */
	ChangeCount plus(long more) {
		return new ChangeCount(this.rule, this.step, this.column, this.kind, this.reason, this.count + more);
	}

	/** What makes two counts the same. */
	ChangeCount key() {
		return plus(-this.count);
	}

}
