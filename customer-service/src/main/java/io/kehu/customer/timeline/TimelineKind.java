package io.kehu.customer.timeline;

import java.util.Arrays;
import java.util.Locale;

/**
 * What an entry of a timeline is about. Entries of the same moment are in this order.
 */
enum TimelineKind {

	CHANGE(0), MERGE(1), ORDER(2), CASE(3), ACTIVITY(4), CAMPAIGN(5);

	private final int rank;

	TimelineKind(int rank) {
		this.rank = rank;
	}

	static TimelineKind ofRank(int rank) {
		return Arrays.stream(values()).filter((kind) -> kind.rank == rank).findFirst().orElseThrow();
	}

	/** Returns the position of the kind in the order. */
	int rank() {
		return this.rank;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
