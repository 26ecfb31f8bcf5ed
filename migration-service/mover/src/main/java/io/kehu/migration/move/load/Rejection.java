package io.kehu.migration.move.load;

import io.kehu.migration.move.value.Preview;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not loaded.
 *
 * @param place the number of the row in its staged chunk if the target refused it, or a
 * negative number if a value could not be cast
 * @param key the key of the row, as the source prints it
 * @param column the column, as far as known
 * @param value the beginning of the value
 * @param code the kind of reason
 * @param reason the reason in words for the steward
 */
public record Rejection(int place, @Nullable String key, @Nullable String column, @Nullable String value, String code,
		String reason) {

	/**
	 * Creates a rejection whose texts any database can store.
	 */
	public Rejection {
		key = Preview.printable(key);
		column = Preview.printable(column);
		value = Preview.printable(value);
	}

}
