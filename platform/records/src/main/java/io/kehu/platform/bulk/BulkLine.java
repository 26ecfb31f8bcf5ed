package io.kehu.platform.bulk;

import java.util.List;
import java.util.Objects;

import io.kehu.platform.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A line that has been read: either an item or errors.
 *
 * @param number the number of the line, starting at 1
 */
record BulkLine<T>(long number, @Nullable BulkItem<T> item, List<FieldError> errors) {

	BulkItem<T> sound() {
		return Objects.requireNonNull(this.item);
	}

}
