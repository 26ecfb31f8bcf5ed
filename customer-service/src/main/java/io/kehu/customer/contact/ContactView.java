package io.kehu.customer.contact;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A contact as clients and subscribers see it.
 *
 * @param name the whole name, in the order of the person
 * @param deletedAt when it was deleted, absent while it exists
 */
public record ContactView(UUID id, long version, @JsonUnwrapped ContactDetails details, String name, Instant createdAt,
		Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
