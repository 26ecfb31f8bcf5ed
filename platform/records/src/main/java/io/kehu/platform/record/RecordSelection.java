package io.kehu.platform.record;

import io.kehu.platform.access.Restriction;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;

/**
 * Selects records of one kind by the filters of their list, for other features of the
 * service.
 *
 * @param <V> the view of a record, as clients see it
 */
public final class RecordSelection<V extends Record & RecordView> {

	private final RecordReading<?, V> reading;

	RecordSelection(RecordReading<?, V> reading) {
		this.reading = reading;
	}

	/** Returns the records with these ids that the caller may see. */
	public BatchAnswer<V> batch(BatchRequest request) {
		return this.reading.batch(request);
	}

	/**
	 * Returns the number of the records that the caller may see.
	 * @throws ProblemException if a filter is not valid, or the caller may not use it
	 */
	public long count(ListRequest request) {
		return this.reading.list().count(request);
	}

	/**
	 * Returns the condition that selects the records, with the alias {@code r},
	 * regardless of access, for the service itself. It cannot depend on personal data,
	 * since its outcome can be shown to callers that only see masks.
	 * @throws ProblemException if a filter is not valid, or is by personal data
	 */
	public Restriction matching(ListRequest request) {
		return this.reading.list().matching(request);
	}

}
