package io.kehu.platform.record;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;

/**
 * Records that lists of other records can include.
 */
public interface Includable {

	/**
	 * Returns those of the records with these ids that exist and that the caller may see.
	 * It is not called in a transaction, so that another service can be asked.
	 * @throws ProblemException with status 403 if the caller has no permission to read
	 * such records
	 */
	List<? extends RecordView> readable(Collection<UUID> ids);

}
