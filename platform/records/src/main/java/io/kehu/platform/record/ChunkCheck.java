package io.kehu.platform.record;

import java.util.Collection;

/**
 * Prepares a check for a whole chunk, so that it needs the same few queries for one
 * record as for hundreds.
 *
 * @param <D> the client-writable fields of a record
 */
@FunctionalInterface
public interface ChunkCheck<D> {

	/** Returns a check for the details in this chunk. */
	RecordCheck<D> prepare(Collection<D> chunk);

}
