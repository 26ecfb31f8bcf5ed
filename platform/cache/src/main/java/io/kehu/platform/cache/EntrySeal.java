package io.kehu.platform.cache;

import java.util.function.UnaryOperator;

/**
 * How the records of a cache are sealed in Redis. In the process they are kept in clear.
 *
 * @param key identifies the key, since entries of another one are not read
 * @param sealed returns the record as it is stored
 * @param opened returns the record of what is stored; throws an
 * {@link IllegalStateException} if it was changed
 */
public record EntrySeal<V>(String key, UnaryOperator<V> sealed, UnaryOperator<V> opened) {

	/** Returns a seal that leaves records as they are. */
	static <V> EntrySeal<V> none() {
		return new EntrySeal<>("", UnaryOperator.identity(), UnaryOperator.identity());
	}

}
