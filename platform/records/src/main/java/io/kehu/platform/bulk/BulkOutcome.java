package io.kehu.platform.bulk;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one item of a chunk.
 *
 * @param id the record's id, or null if the item was rejected
 */
public record BulkOutcome(BulkStatus status, @Nullable UUID id, List<FieldError> errors) {

	/**
	 * Returns the outcome of an item that was stored or already exists.
	 */
	public static BulkOutcome stored(BulkStatus status, UUID id) {
		return new BulkOutcome(status, id, List.of());
	}

	/**
	 * Returns the outcome of an item that was not stored.
	 */
	public static BulkOutcome rejected(List<FieldError> errors) {
		return new BulkOutcome(BulkStatus.REJECTED, null, List.copyOf(errors));
	}

}
