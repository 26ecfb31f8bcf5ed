package io.kehu.platform.bulk;

import java.util.List;
import java.util.Set;

import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.FieldErrors;
import jakarta.validation.ConstraintViolation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Converts one line of a bulk load to an item and validates it.
 */
final class BulkLineParser<T> {

	private final RequestJson json;

	private final ObjectReader reader;

	BulkLineParser(RequestJson json, Class<T> type) {
		this.json = json;
		this.reader = json.reader(type);
	}

	BulkLine<T> parse(long number, byte[] line) {
		try {
			T item = this.reader.readValue(line);
			if (item == null) {
				return rejected(number, FieldError.at("", "required", "a line must be an object"));
			}
			Set<ConstraintViolation<T>> violations = this.json.violations(item);
			return new BulkLine<>(number, item, violations.isEmpty() ? List.of() : FieldErrors.of(violations));
		}
		catch (JacksonException ex) {
			return rejected(number, FieldErrors.of(ex));
		}
	}

	BulkLine<T> rejected(long number, FieldError reason) {
		return new BulkLine<>(number, null, List.of(reason));
	}

}
