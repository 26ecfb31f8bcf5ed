package io.kehu.migration.live;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A change that an application made to a live customer, and what became of undoing it.
 *
 * @param customerId the customer
 * @param kind the kind of change
 * @param version the latest version of the customer that such changes resulted in
 * @param mergeId the merge, if the customer survived one and the merge is confirmed
 * @param undone what undoing the change led to; null until then
 * @param reason why it was not undone, or not completely
 */
record CustomerChange(UUID customerId, Kind kind, long version, @Nullable UUID mergeId, @Nullable Undone undone,
		@Nullable String reason) {

	static CustomerChange created(UUID customer, long version) {
		return new CustomerChange(customer, Kind.CREATED, version, null, null, null);
	}

	static CustomerChange changed(UUID customer, long version) {
		return new CustomerChange(customer, Kind.CHANGED, version, null, null, null);
	}

	static CustomerChange merged(UUID customer, long version) {
		return new CustomerChange(customer, Kind.MERGED, version, null, null, null);
	}

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
