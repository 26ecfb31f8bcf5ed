package io.kehu.migration.mapping;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How the rows of a table become lines of orders.
 *
 * @param table the table
 * @param parent its column with the key of the order
 * @param joins tables with one row for each
 * @param fields the fields of the lines
 * @param ignored columns that are left behind deliberately
 */
public record LineMapping(@NotBlank String table, @NotBlank String parent,
		@Size(max = 20) List<@NotNull @Valid JoinedTable> joins,
		@NotEmpty @Size(max = 50) List<@NotNull @Valid FieldMapping> fields,
		@Size(max = 500) List<@NotNull String> ignored) {

	/**
	 * Creates a mapping of lines.
	 */
	public LineMapping {
		joins = (joins != null) ? joins : List.of();
		fields = (fields != null) ? fields : List.of();
		ignored = (ignored != null) ? ignored : List.of();
	}

}
