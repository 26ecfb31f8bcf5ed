package io.kehu.platform.json;

import java.util.ArrayList;
import java.util.List;

import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.FieldErrors;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds all errors of a body, where a mapper stops at the first one: each member that
 * cannot be read is removed, and the rest is read and validated.
 */
final class AllErrors {

	private static final int MOST = 100;

	private final JsonMapper mapper;

	private final Validator validator;

	AllErrors(JsonMapper mapper, Validator validator) {
		this.mapper = mapper;
		this.validator = validator;
	}

	/** Returns the errors, those of members that cannot be read first. */
	<T> List<FieldError> of(JsonNode body, Class<T> type) {
		List<FieldError> errors = new ArrayList<>();
		List<String> removed = new ArrayList<>();
		JsonNode rest = body.deepCopy();
		while (errors.size() < MOST) {
			try {
				T value = this.mapper.treeToValue(rest, type);
				if (value != null) {
					errors.addAll(violations(value, removed));
				}
				return errors;
			}
			catch (JacksonException ex) {
				FieldError error = FieldErrors.of(ex);
				errors.add(error);
				String place = remove(rest, JsonPointer.compile(String.valueOf(error.pointer())));
				if (place == null) {
					return errors;
				}
				removed.add(place);
			}
		}
		return errors;
	}

	/** Leaves out errors that only exist because a member was removed. */
	private <T> List<FieldError> violations(T value, List<String> removed) {
		return FieldErrors.of(this.validator.validate(value))
			.stream()
			.filter((error) -> removed.isEmpty() || !String.valueOf(error.pointer()).isEmpty())
			.filter((error) -> removed.stream().noneMatch((place) -> (error.pointer() + "/").startsWith(place + "/")))
			.toList();
	}

	/**
	 * Removes the innermost member of an object that contains a place. An element of an
	 * array is not removed alone, so that the others keep their numbers.
	 * @return the pointer to the member, or null if there is none
	 */
	private static @Nullable String remove(JsonNode root, JsonPointer place) {
		for (JsonPointer at = place; !at.matches(); at = at.head()) {
			if (root.at(at.head()) instanceof ObjectNode parent
					&& parent.remove(at.last().getMatchingProperty()) != null) {
				return at.toString();
			}
		}
		return null;
	}

}
