package io.kehu.migration.live;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to apply an approved linkage to the live customers. Everything is optional.
 *
 * @param columns the fields of customers by the name of the column; other columns are
 * mapped by their names, and an empty field excludes a column
 * @param kind the kind of new customers: person (the default) or company
 * @param systems the systems of external ids by the name of the source; derived from that
 * name by default
 * @param dryRun whether to list what would be done without changing anything; the linkage
 * need not be approved then
 * @param confirmed the numbers of live customers that may be changed and merged, required
 * if they are many
 */
record NewApplication(
		@Schema(description = "The fields of customers by the name of the column: name, givenName, familyName, status,"
				+ " birthDate, taxNumber, email, phone, line1, line2, postalCode, city, region or country. Other columns"
				+ " are mapped by their names; an empty text excludes a column.") @Nullable @Size(
						max = 200) Map<String, String> columns,
		@Nullable @Pattern(regexp = "person|company", message = "must be person or company") String kind,
		@Nullable @Size(max = 20) Map<String, @Pattern(regexp = "[a-z][a-z0-9._-]{0,49}",
				message = "must begin with a small letter, followed by at most 49 small letters, digits, dots,"
						+ " underscores and hyphens") String> systems,
		@Schema(description = "Whether to list what would be done without changing anything") @Nullable Boolean dryRun,
		@Schema(description = "Required if more than 100 live customers, or 5 % of them, may be changed or merged;"
				+ " these are the usual limits") @Nullable @Valid Confirmation confirmed) {

	boolean isDryRun() {
		return Boolean.TRUE.equals(this.dryRun);
	}

}
