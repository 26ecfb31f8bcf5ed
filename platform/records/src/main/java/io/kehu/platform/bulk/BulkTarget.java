package io.kehu.platform.bulk;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Stores the chunks of a bulk load.
 *
 * @param <T> the type of an item
 */
public interface BulkTarget<T> {

	/**
	 * Stores items in one transaction. If it throws an exception, nothing has been
	 * stored, and it is called again: for all items after a conflict with a concurrent
	 * transaction, then for each item separately.
	 * @param touched receives the keys of all records that the items concern, as early as
	 * possible, so that items concerning other records can be stored at the same time;
	 * calling it is optional
	 * @return one outcome for each item, in order
	 */
	List<BulkOutcome> store(List<BulkItem<T>> items, Consumer<Collection<?>> touched);

	/**
	 * Returns the members of an item by which its record is found.
	 */
	default Set<String> keyMembers() {
		return Set.of();
	}

	/**
	 * Returns the keys by which an item identifies its record: an empty collection for a
	 * new record without keys, or null if the keys cannot be determined and the item has
	 * to be stored after all items before it.
	 */
	default @Nullable Collection<?> keys(T item) {
		return null;
	}

	/**
	 * Returns the keys of all items, or null if those of one item cannot be determined.
	 */
	default @Nullable Set<Object> allKeys(List<BulkItem<T>> items) {
		Set<Object> all = new HashSet<>();
		for (BulkItem<T> item : items) {
			Collection<?> keys = keys(item.given());
			if (keys == null) {
				return null;
			}
			all.addAll(keys);
		}
		return all;
	}

}
