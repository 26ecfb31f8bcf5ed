package io.kehu.platform.record;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.access.AccessLevel;

/**
 * Records that other records refer to by their ids.
 */
public interface Referable {

	/** Returns the kind of record, for error messages. */
	String subject();

	/**
	 * Returns which of these ids belong to records that exist and that the caller has
	 * access to, using a single query.
	 */
	Set<UUID> referable(Collection<UUID> ids, AccessLevel level);

}
