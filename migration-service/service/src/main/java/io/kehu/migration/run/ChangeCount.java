package io.kehu.migration.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The number of changes that a rule made for one reason.
 *
 * @param rule the position of the rule in the definition, starting from 1
 * @param step the kind of rule
 * @param column the column; absent for whole rows
 * @param kind the kind of change
 * @param reason the reason, or the source of filled values
 * @param count the number of cells or rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeCount(int rule, String step, @Nullable String column, ChangeKind kind, @Nullable String reason,
		long count) {

	/** Returns this count with more changes. */
	ChangeCount plus(long more) {
		return new ChangeCount(this.rule, this.step, this.column, this.kind, this.reason, this.count + more);
	}

	/** Returns what identifies this count. */
	ChangeCount key() {
		return plus(-this.count);
	}

}
