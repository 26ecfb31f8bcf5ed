package io.kehu.migration.move.value;

/**
 * Casts a value, as its database sent it, into the binary form of its target type. It
 * either represents the same value or fails.
 */
@FunctionalInterface
public interface Cast {

	/**
	 * Casts a value.
	 * @param in the value, which is not null in terms of SQL
	 * @param out receives one field
	 * @throws CastException if the value has no counterpart in the target type
	 */
	void apply(Value in, TupleBuffer out) throws CastException;

}
