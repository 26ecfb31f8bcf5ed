package io.kehu.customer.support;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A case to be merged into another.
 *
 * @param mergedId the case that is merged
 * @param version its expected version, or null for any
 */
record NewCaseMerge(@NotNull UUID mergedId, @Nullable Long version) {
}
