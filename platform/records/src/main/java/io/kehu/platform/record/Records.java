package io.kehu.platform.record;

import java.util.UUID;

import io.kehu.platform.bulk.BulkTarget;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.VersionCheck;
import tools.jackson.databind.JsonNode;

/**
 * The operations on the records of one kind.
 *
 * @param <D> the client-writable fields of a record
 * @param <V> the view of a record, as clients see it
 */
public interface Records<D, V extends RecordView> extends BulkTarget<D> {

	/**
	 * Returns a record.
	 * @throws ProblemException if the record does not exist or is deleted
	 */
	V get(UUID id);

	/**
	 * Stores a new record.
	 * @throws ProblemException if the details are not valid
	 */
	V create(D details);

	/**
	 * Changes a record by a merge patch.
	 * @throws ProblemException if the record does not exist, it has been changed since
	 * the expected version, or the result would not be valid
	 */
	V patch(UUID id, ExpectedVersion expected, JsonNode patch);

	/**
	 * Deletes a record; it can be restored.
	 * @throws ProblemException if the record does not exist, or it has been changed since
	 * the expected version
	 */
	void delete(UUID id, ExpectedVersion expected);

	/**
	 * Restores a deleted record; a record that is not deleted remains unchanged.
	 * @throws ProblemException if the record has never existed, or the version is not
	 * accepted
	 */
	V restore(UUID id, VersionCheck version);

}
