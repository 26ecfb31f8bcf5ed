package io.kehu.platform.json;

import java.util.Set;

import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what clients send: unknown fields, wrong types and rule breaches are refused by
 * name.
 */
public final class RequestJson {

	private final JsonMapper strict;

	private final Validator validator;

	RequestJson(JsonMapper strict, Validator validator) {
		this.strict = strict;
		this.validator = validator;
	}

	/**
	 * Returns the strict mapper itself, for the message converters.
	 */
	public JsonMapper mapper() {
		return this.strict;
	}

	/**
	 * Returns a reader for one type; reading throws a
	 * {@link tools.jackson.core.JacksonException}.
	 */
	public ObjectReader reader(Class<?> type) {
		return this.strict.readerFor(type);
	}

	/**
	 * Returns which rules of its class the value breaks.
	 */
	public <T> Set<ConstraintViolation<T>> violations(T value) {
		return this.validator.validate(value);
	}

	/**
	 * Applies a merge patch to what is there now and checks the outcome.
	 * @param current the writable fields as they are
	 * @param patch the patch
	 * @return the writable fields as they shall be
	 * @throws ProblemException when the patch is no object, names an unknown field or
	 * leads to an invalid record
	 */
	public <T> T merge(T current, JsonNode patch, Class<T> type) {
		if (!patch.isObject()) {
			throw ProblemException.invalid("", "wrong_type", "a merge patch must be a JSON object");
		}
		JsonNode merged = MergePatch.apply(this.strict.valueToTree(current), patch);
		T changed = this.strict.treeToValue(merged, type);
		Set<ConstraintViolation<T>> violations = violations(changed);
		if (!violations.isEmpty()) {
			throw ProblemException.invalid(FieldErrors.of(violations));
		}
		return changed;
	}

}
