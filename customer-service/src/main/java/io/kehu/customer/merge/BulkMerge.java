package io.kehu.customer.merge;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a bulk load of merges.
 *
 * @param survivorId the customer that remains
 * @param version its expected version, or null for any
 * @param merged the customers to merge into it; those already merged into it are skipped
 * @param rules which values survive, by field
 * @param fields a merge patch for the outcome, see {@link NewMerge}
 */
record BulkMerge(@NotNull UUID survivorId, @Nullable Long version,
		@NotEmpty @Size(max = 50) List<@NotNull @Valid CustomerVersion> merged, @Nullable FieldRules rules,
		@Nullable Map<String, @Nullable Object> fields) {

	MergeChoice choice(JsonMapper json) {
		return MergeChoice.of(this.rules, this.fields, json);
	}

	Stream<UUID> ids() {
		return Stream.concat(Stream.of(this.survivorId), this.merged.stream().map(CustomerVersion::id));
	}

}
