package io.kehu.platform.record;

import java.util.UUID;

import io.kehu.platform.bulk.BulkTarget;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.web.ExpectedVersion;
import tools.jackson.databind.JsonNode;

/**
 * What can be done to the records of one kind, whichever it is.
 *
 * @param <D> what clients may say of one
 * @param <V> how others see one
 */
public interface Records<D, V extends RecordView> extends BulkTarget<D> {

	/**
	 * Returns a record.
	 * @throws ProblemException when there is none, or it is deleted
	 */
	V get(UUID id);

	/**
	 * Stores a new record.
	 * @throws ProblemException when something is wrong with it
	 */
	V create(D details);

	/**
	 * Changes a record by a merge patch.
	 * @throws ProblemException when there is none, it was changed since, or the outcome
	 * would be wrong
	 */
	V patch(UUID id, ExpectedVersion expected, JsonNode patch);

	/**
	 * Deletes a record; it can be restored.
	 * @throws ProblemException when there is none, or it was changed since
	 */
	void delete(UUID id, ExpectedVersion expected);

	/**
	 * Brings a deleted record back; one that is there stays as it is.
	 * @throws ProblemException when there never was one
	 */
	V restore(UUID id);

}
