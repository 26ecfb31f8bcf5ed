package io.kehu.migration.live;

import java.util.Map;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an approved linkage to be applied to the live customers.
 *
 * @param columns which field of a customer a column is, by the name of the column; those
 * that are not named go by their names, and an empty field leaves a column out
 * @param kind what new customers are: person, as they are unless said otherwise, or
 * company
 * @param systems what the external ids of a source's records shall have as their system,
 * by the name of the source; else it is made of that name
 */
record NewApplication(@Nullable @Size(max = 200) Map<String, String> columns,
		@Nullable @Pattern(regexp = "person|company") String kind,
		@Nullable @Size(max = 20) Map<String, @Pattern(regexp = "[a-z][a-z0-9._-]{0,49}") String> systems) {
}
