package io.kehu.platform.bulk;

import java.util.List;
import java.util.Set;

import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.ConstraintViolation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts one line of a bulk load to an item. A line that replaces its record must be
 * valid; one that is merged need not be, as long as its record can be found.
 */
final class BulkLineParser<T> {

	private static final int NULL_LENGTH = 4;

	private final RequestJson json;

	private final Class<T> type;

	private final BulkMode mode;

	private final Set<String> keyMembers;

	private final ObjectReader reader;

	/**
	 * Creates a parser.
	 * @param keyMembers the members with which the record of a line is found
	 */
	BulkLineParser(RequestJson json, Class<T> type, BulkMode mode, Set<String> keyMembers) {
		this.json = json;
		this.type = type;
		this.mode = mode;
		this.keyMembers = keyMembers;
		this.reader = json.reader(type);
	}

	BulkLine<T> parse(long number, byte[] line) {
		try {
			// Whether null clears a member or is its value depends on the record
			T item = (this.mode == BulkMode.MERGE && containsNull(line)) ? null : this.reader.readValue(line);
			if (item != null) {
				return line(number, item, line);
			}
			return (this.mode == BulkMode.MERGE) ? incomplete(number, line) : notAnObject(number);
		}
		catch (JacksonException ex) {
			return (this.mode == BulkMode.MERGE) ? incomplete(number, line) : unreadable(number, ex, line);
		}
	}

	private BulkLine<T> line(long number, T item, byte[] line) {
		Set<ConstraintViolation<T>> violations = this.json.violations(item);
		List<FieldError> errors = violations.isEmpty() ? List.of() : FieldErrors.of(violations);
		if (this.mode == BulkMode.MERGE) {
			return new BulkLine<>(number, BulkItem.merging(this.json, this.type, item, errors, line), List.of());
		}
		return new BulkLine<>(number, BulkItem.replacing(this.json, this.type, item), errors);
	}

	/**
	 * Reads a line that may not be a whole record, but the members of a change.
	 */
	private BulkLine<T> incomplete(long number, byte[] line) {
		try {
			if (!(this.json.mapper().readTree(line) instanceof ObjectNode patch)) {
				return notAnObject(number);
			}
			JsonNode created = RequestJson.createdBy(patch, this.type);
			try {
				return line(number, this.json.mapper().treeToValue(created, this.type), line);
			}
			catch (JacksonException ex) {
				return keysOnly(number, (ObjectNode) created, errors(ex, created), line);
			}
		}
		catch (JacksonException ex) {
			return rejected(number, FieldErrors.of(ex));
		}
		catch (ProblemException ex) {
			return new BulkLine<>(number, null, ex.errors());
		}
	}

	private BulkLine<T> keysOnly(long number, ObjectNode members, List<FieldError> errors, byte[] line) {
		try {
			T keys = this.json.mapper().treeToValue(members.retain(this.keyMembers), this.type);
			return new BulkLine<>(number, BulkItem.merging(this.json, this.type, keys, errors, line), List.of());
		}
		catch (JacksonException ex) {
			return new BulkLine<>(number, null, errors);
		}
	}

	/** Returns all errors of a line that is not a whole record. */
	private BulkLine<T> unreadable(long number, JacksonException failure, byte[] line) {
		try {
			return new BulkLine<>(number, null, errors(failure, this.json.mapper().readTree(line)));
		}
		catch (JacksonException ex) {
			return rejected(number, FieldErrors.of(ex));
		}
	}

	private List<FieldError> errors(JacksonException failure, JsonNode body) {
		List<FieldError> errors = this.json.errors(body, this.type);
		return errors.isEmpty() ? List.of(FieldErrors.of(failure)) : errors;
	}

	private BulkLine<T> notAnObject(long number) {
		return rejected(number, FieldError.at("", "required", "a line must be an object"));
	}

	BulkLine<T> rejected(long number, FieldError reason) {
		return new BulkLine<>(number, null, List.of(reason));
	}

	private static boolean containsNull(byte[] line) {
		for (int i = 0; i + NULL_LENGTH <= line.length; i++) {
			if (line[i] == 'n' && line[i + 1] == 'u' && line[i + 2] == 'l' && line[i + 3] == 'l') {
				return true;
			}
		}
		return false;
	}

}
