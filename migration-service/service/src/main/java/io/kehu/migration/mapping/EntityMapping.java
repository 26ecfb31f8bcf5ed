package io.kehu.migration.mapping;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table become records.
 *
 * @param name its name in the mapping
 * @param resource what they become
 * @param table the table, which must have a key
 * @param system the system in their external ids; that of the mapping by default
 * @param only the rows that count; all by default
 * @param joins tables with one row for each
 * @param fields the fields of the records
 * @param lines the lines of orders
 * @param ignored columns that are left behind deliberately
 */
public record EntityMapping(
		@NotNull @Pattern(regexp = "[a-z][A-Za-z0-9-]{0,49}",
				message = "must be letters, digits and hyphens") String name,
		@NotNull Resource resource, @NotBlank String table,
		@Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,49}",
				message = "must be lower-case letters, digits and hyphens") String system,
		@Nullable @Valid RowChoice only, @Size(max = 20) List<@NotNull @Valid JoinedTable> joins,
		@NotEmpty @Size(max = 200) List<@NotNull @Valid FieldMapping> fields, @Nullable @Valid LineMapping lines,
		@Size(max = 500) List<@NotNull String> ignored) {

	/**
	 * Creates a mapping of a table.
	 */
	public EntityMapping {
		joins = (joins != null) ? joins : List.of();
		fields = (fields != null) ? fields : List.of();
		ignored = (ignored != null) ? ignored : List.of();
	}

}
