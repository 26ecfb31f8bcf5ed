package io.kehu.platform.record;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The result for one id of a {@link BatchRequest}.
 *
 * @param id the requested id, or null
 * @param externalId the requested external id, or null
 * @param found whether the record exists and is visible to the caller
 * @param record the record, or null if it was not found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchResult<V>(@Nullable UUID id, @Nullable ExternalId externalId, boolean found, @Nullable V record) {
}
