package io.kehu.platform.json;

import java.util.Set;

import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.problem.UncleanTextException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads request bodies, rejecting unknown fields, wrong types and constraint violations
 * with an error that names the field.
 */
public final class RequestJson {

	private final JsonMapper strict;

	private final JsonMapper stored;

	private final Validator validator;

	RequestJson(JsonMapper strict, JsonMapper stored, Validator validator) {
		this.strict = strict;
		this.stored = stored;
		this.validator = validator;
	}

	/**
	 * Returns the strict mapper, for use by message converters.
	 */
	public JsonMapper mapper() {
		return this.strict;
	}

	/**
	 * Returns the mapper for values that are already stored. It is as strict, except that
	 * it accepts text with control characters, which older rules may have let through.
	 */
	public JsonMapper stored() {
		return this.stored;
	}

	/**
	 * Returns a reader for the given type, which throws a
	 * {@link tools.jackson.core.JacksonException} if the JSON cannot be read.
	 */
	public ObjectReader reader(Class<?> type) {
		return this.strict.readerFor(type);
	}

	/**
	 * Returns the constraint violations of the value; empty if it is valid.
	 */
	public <T> Set<ConstraintViolation<T>> violations(T value) {
		return this.validator.validate(value);
	}

	/**
	 * Applies a merge patch to the current values and validates the result. Text that is
	 * not part of the patch may contain control characters.
	 * @param current the current values of the writable fields
	 * @param patch the merge patch
	 * @return the new values of the writable fields
	 * @throws ProblemException if the patch is not an object, names an unknown field or
	 * results in an invalid record
	 */
	public <T> T merge(T current, JsonNode patch, Class<T> type) {
		if (!patch.isObject()) {
			throw ProblemException.invalid("", "wrong_type", "a merge patch must be a JSON object");
		}
		checkText(patch, "");
		JsonNode merged = MergePatch.apply(this.stored.valueToTree(current), patch);
		T changed = this.stored.treeToValue(merged, type);
		Set<ConstraintViolation<T>> violations = violations(changed);
		if (!violations.isEmpty()) {
			throw ProblemException.invalid(FieldErrors.of(violations));
		}
		return changed;
	}

	private static void checkText(JsonNode node, String pointer) {
		if (node.isString() && !TextDeserializer.isClean(node.stringValue())) {
			throw ProblemException.invalid(pointer, "control_character", UncleanTextException.MESSAGE);
		}
		node.properties()
			.forEach((field) -> checkText(field.getValue(),
					pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1")));
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			checkText(node.get(i), pointer + "/" + i);
		}
	}

}
