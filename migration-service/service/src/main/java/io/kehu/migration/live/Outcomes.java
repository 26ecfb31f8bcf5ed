package io.kehu.migration.live;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.kehu.migration.intake.Row;
import io.kehu.migration.matching.RecordReference;
import io.kehu.migration.staging.SetWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Records and counts the outcome of each record.
 */
final class Outcomes {

	/** The columns of the set of outcomes. */
	static final List<String> COLUMNS = List.of("source", "key", "status", "customerId", "reason");

	private final SetWriter writer;

	private final Map<Status, Long> counts = new EnumMap<>(Status.class);

	private long written;

	Outcomes(SetWriter writer) {
		this.writer = writer;
	}

	void add(List<RecordReference> records, Status status, @Nullable String customer, @Nullable String reason)
			throws IOException {
		for (RecordReference record : records) {
			this.writer
				.write(new Row(++this.written, record.source(), record.key(), status.toString(), customer, reason));
			this.counts.merge(status, 1L, Long::sum);
		}
	}

	/**
	 * Completes the set.
	 * @param read the number of records that need an outcome
	 * @param unmapped the columns that do not map to a field of a customer
	 * @param warnings what the linkage leaves open
	 * @throws IllegalStateException if some have none
	 */
	ApplicationResult complete(long read, List<String> unmapped, List<String> warnings) throws IOException {
		if (read != this.written) {
			throw new IllegalStateException("%d records read, %d accounted for".formatted(read, this.written));
		}
		this.writer.complete(COLUMNS);
		return new ApplicationResult(RowCounts.of(read, this.counts), unmapped, warnings);
	}

	/**
	 * The outcome of a record.
	 */
	enum Status {

		/** It became a new customer. */
		CREATED,

		/** It changed a live customer. */
		UPDATED,

		/** It contained nothing new. */
		UNCHANGED,

		/** It was a live customer that was merged into another. */
		MERGED,

		/** It was rejected. */
		REJECTED;

		/** Returns the status of an answer of customer-service. */
		static Status of(JsonNode answer) {
			return valueOf(answer.get("status").asString().toUpperCase(Locale.ROOT));
		}

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
