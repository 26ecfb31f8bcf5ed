package io.kehu.platform.record;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.problem.ProblemException;

/**
 * Records that other records refer to by their ids.
 */
public interface Referable {

	/** Returns the kind of record, for error messages. */
	String subject();

	/**
	 * Returns which of these ids belong to records that exist and that the caller has
	 * access to. Those records are neither deleted nor merged by others until the current
	 * transaction ends.
	 */
	Set<UUID> referable(Collection<UUID> ids, AccessLevel level);

	/**
	 * Returns those of the records with these ids that exist and that the caller may see.
	 * @throws ProblemException with status 403 if the caller has no permission to read
	 * such records
	 */
	List<? extends RecordView> readable(Collection<UUID> ids);

}
