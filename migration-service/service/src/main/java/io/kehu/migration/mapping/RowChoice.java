package io.kehu.migration.mapping;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Chooses rows by the value of a column.
 *
 * @param column a column of the table
 * @param in the values of the rows that count
 */
public record RowChoice(@NotBlank String column, @NotEmpty @Size(max = 100) List<@NotNull String> in) {
}
