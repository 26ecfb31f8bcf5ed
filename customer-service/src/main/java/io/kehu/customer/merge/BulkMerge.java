package io.kehu.customer.merge;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.customer.customer.CustomerVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bulk load of merges.
 *
 * @param survivorId the customer that stands for all
 * @param version the version of it that is meant, or null for whichever there is
 * @param merged the others; those that were merged into the survivor already are passed
 * over
 * @param fields as in {@link NewMerge}
 */
record BulkMerge(@NotNull UUID survivorId, @Nullable Long version,
		@NotEmpty @Size(max = 50) List<@NotNull @Valid CustomerVersion> merged,
		@Nullable Map<String, @Nullable Object> fields) {

	Stream<UUID> ids() {
		return Stream.concat(Stream.of(this.survivorId), this.merged.stream().map(CustomerVersion::id));
	}

}
