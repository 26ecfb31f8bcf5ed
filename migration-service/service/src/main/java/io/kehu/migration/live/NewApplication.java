package io.kehu.migration.live;

import java.util.Map;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to apply an approved linkage to the live customers.
 *
 * @param columns the fields of customers by the name of the column; other columns are
 * mapped by their names, and an empty field excludes a column
 * @param kind the kind of new customers: person (the default) or company
 * @param systems the systems of external ids by the name of the source; derived from that
 * name by default
 */
record NewApplication(@Nullable @Size(max = 200) Map<String, String> columns,
		@Nullable @Pattern(regexp = "person|company") String kind,
		@Nullable @Size(max = 20) Map<String, @Pattern(regexp = "[a-z][a-z0-9._-]{0,49}") String> systems) {
}
