package io.kehu.migration.mapping;

import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A table of which at most one row belongs to each row of another one.
 *
 * @param table the table
 * @param alias its name in the mapping; that of the table by default
 * @param on for each column of its key, the column that it is equal to
 */
public record JoinedTable(@NotBlank String table, @Nullable @Size(min = 1, max = 60) String alias,
		@NotEmpty @Size(max = 8) Map<String, @NotNull String> on) {

	/** Returns its name in the mapping. */
	public String usedAlias() {
		return (this.alias != null) ? this.alias : this.table;
	}

}
