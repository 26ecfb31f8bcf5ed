package io.kehu.migration.mapping;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A custom field of customers that a run defines unless it exists.
 *
 * @param label its label
 * @param type its type
 */
public record NewCustomField(@NotBlank @Size(max = 100) String label,
		@NotNull @Pattern(regexp = "text|number|boolean|date",
				message = "must be text, number, boolean or date") String type) {
}
