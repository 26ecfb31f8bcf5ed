package io.kehu.platform.bulk;

import java.util.List;

/**
 * Stores chunks of a bulk load.
 *
 * @param <T> the item
 */
@FunctionalInterface
public interface BulkTarget<T> {

	/**
	 * Stores items in one transaction. When it throws, nothing was stored, and it is
	 * called again with each item alone.
	 * @return one outcome for each item, in order
	 */
	List<BulkOutcome> store(List<T> items);

}
