package io.kehu.customer.merge;

import java.util.List;
import java.util.Map;

import io.kehu.customer.customer.CustomerVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for customers to be merged into one.
 *
 * @param merged the customers that end as a part of the survivor, each with the version
 * that is meant
 * @param fields a merge patch (RFC 7396) for what comes out of it; without it the
 * survivor keeps its values, gaps are filled in the order of the others, and lists are
 * united. External ids are always united.
 */
record NewMerge(@NotEmpty @Size(max = 50) List<@NotNull @Valid CustomerVersion> merged,
		@Nullable Map<String, @Nullable Object> fields) {
}
