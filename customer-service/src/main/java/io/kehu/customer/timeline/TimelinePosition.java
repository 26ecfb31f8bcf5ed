package io.kehu.customer.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The position of an entry in a timeline. The version and the step tell the changes of a
 * customer apart.
 */
record TimelinePosition(Instant at, int rank, UUID id, long version, int step) {

	/** The position before all entries, the latest of which comes first. */
	static final TimelinePosition START = new TimelinePosition(Instant.parse("9999-12-31T23:59:59.999999Z"),
			Integer.MAX_VALUE, new UUID(-1, -1), Long.MAX_VALUE, Integer.MAX_VALUE);

	static TimelinePosition of(List<String> values) {
		return new TimelinePosition(Instant.parse(values.get(0)), Integer.parseInt(values.get(1)),
				UUID.fromString(values.get(2)), Long.parseLong(values.get(3)), Integer.parseInt(values.get(4)));
	}

	List<Object> values() {
		return List.of(this.at, this.rank, this.id, this.version, this.step);
	}

}
