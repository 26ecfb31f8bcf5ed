package io.kehu.platform.record;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.access.AccessLevel;

/**
 * Records that other records refer to by their ids, which must exist.
 */
public interface Referable extends Includable {

	/** Returns the kind of record, for error messages. */
	String subject();

	/**
	 * Returns which of these ids belong to records that exist and that the caller has
	 * access to. Those records are neither deleted nor merged by others until the current
	 * transaction ends.
	 */
	Set<UUID> referable(Collection<UUID> ids, AccessLevel level);

}
