package io.kehu.migration.live;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A change that an application made to a live customer, and what became of undoing it.
 *
 * @param customerId the customer
 * @param kind the kind of change
 * @param versions the versions of the customer that such changes resulted in, in order
 * @param mergeId the merge, if the customer survived one and the merge is confirmed
 * @param undone what undoing the change led to; null until then
 * @param reason why it was not undone, or not completely
 */
record CustomerChange(UUID customerId, Kind kind, List<Long> versions, @Nullable UUID mergeId, @Nullable Undone undone,
		@Nullable String reason) {

	/**
	 * The kind of a change.
	 */
	enum Kind {

		/** The customer was created. */
		CREATED,

		/** Fields of the customer were changed. */
		CHANGED,

		/** Other customers were merged into the customer. */
		MERGED;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * What undoing a change led to.
	 */
	enum Undone {

		/** The customer that was created is deleted. */
		DELETED,

		/** The fields have their former values. */
		RESTORED,

		/** The merged customers are separate again. */
		UNMERGED,

		/** Some or all of the change remains, for a reason. */
		KEPT;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
