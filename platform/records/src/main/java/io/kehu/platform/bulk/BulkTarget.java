package io.kehu.platform.bulk;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Stores chunks of a bulk load.
 *
 * @param <T> the item
 */
public interface BulkTarget<T> {

	/**
	 * Stores items in one transaction. When it throws, nothing was stored, and it is
	 * called again with each item alone.
	 * @param touched is told as early as possible of all keys of all that these items are
	 * about, so that items about other things can be stored at the same time; or never
	 * @return one outcome for each item, in order
	 */
	List<BulkOutcome> store(List<T> items, Consumer<Collection<?>> touched);

	/**
	 * Returns by which keys an item says what it is about, none for a new thing without
	 * any; null when it cannot be told, and it must be stored after all before it.
	 */
	default @Nullable Collection<?> keys(T item) {
		return null;
	}

	/**
	 * Returns the keys of all these items; null when those of one cannot be told.
	 */
	default @Nullable Set<Object> allKeys(List<T> items) {
		Set<Object> all = new HashSet<>();
		for (T item : items) {
			Collection<?> keys = keys(item);
			if (keys == null) {
				return null;
			}
			all.addAll(keys);
		}
		return all;
	}

}
