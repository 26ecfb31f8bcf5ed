package io.kehu.platform.bulk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
	 * any; empty when it cannot be told, and it must be stored after all before it.
	 */
	default Optional<? extends Collection<?>> keys(T item) {
		return Optional.empty();
	}

}
