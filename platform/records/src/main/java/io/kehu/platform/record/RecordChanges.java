package io.kehu.platform.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A part of the feed of all changes to one kind of record, in the order of their
 * transactions.
 *
 * @param items the changes
 * @param next the token with which the feed continues after them
 * @param more whether there are further changes already
 */
public record RecordChanges<V>(List<Item<V>> items, String next, boolean more) {

	/** The action by which the caller lost access to a record. */
	static final String WITHDRAWN = "withdrawn";

	/**
	 * A change.
	 *
	 * @param id the id of the record
	 * @param version the version of the record after the change
	 * @param action the action in one word, as in the history; {@code withdrawn} if the
	 * caller can no longer see the record
	 * @param at when it was changed
	 * @param record the record as it is now, even if it is deleted; absent if it was
	 * withdrawn or erased
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Item<V>(UUID id, long version, String action, Instant at, @Nullable V record) {
	}

}
