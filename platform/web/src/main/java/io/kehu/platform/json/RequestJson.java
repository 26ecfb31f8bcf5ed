package io.kehu.platform.json;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.problem.UncleanTextException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
	 * Reads a body that replaces a record. It may contain the members of the view that
	 * are not client-writable.
	 * @param type the record type of the client-writable members
	 * @param view the record type of the view
	 * @throws ProblemException if a member is not valid
	 */
	public <T> Replacement<T> replacement(JsonNode body, Class<T> type, Class<?> view) {
		JsonNode writable = body.deepCopy();
		Map<String, JsonNode> readOnly = (writable instanceof ObjectNode object)
				? ReadOnlyMembers.of(type, view).removeFrom(object) : Map.of();
		return new Replacement<>(read(this.strict, writable, type), readOnly, this::tree);
	}

	/**
	 * Reads a merge patch that creates a record, as above.
	 * @throws ProblemException if the patch is not an object or a member is not valid
	 */
	public <T> Replacement<T> created(JsonNode patch, Class<T> type, Class<?> view) {
		if (!(patch instanceof ObjectNode members)) {
			throw notAnObject();
		}
		ObjectNode writable = members.deepCopy();
		ReadOnlyMembers.of(type, view).removeFrom(writable);
		RemovedMembers.check(writable, type);
		return replacement(createdBy(members), type, view);
	}

	/**
	 * Returns what a merge patch creates if there is nothing yet.
	 * @param type the record type of the result
	 * @throws ProblemException if the patch removes a member that the type does not have
	 */
	public static JsonNode createdBy(ObjectNode patch, Class<?> type) {
		RemovedMembers.check(patch, type);
		return createdBy(patch);
	}

	private static JsonNode createdBy(ObjectNode patch) {
		return MergePatch.apply(JsonNodeFactory.instance.objectNode(), patch);
	}

	private static ProblemException notAnObject() {
		return ProblemException.invalid("", "wrong_type", "a merge patch must be a JSON object");
	}

	/** Returns a value as it is written and read again. */
	private JsonNode tree(Object value) {
		return this.strict.readTree(this.strict.writeValueAsBytes(value));
	}

	/**
	 * As below, for a patch that may also contain members of the view. Members that are
	 * the same as in the view have no effect.
	 * @param view returns the record as the client reads it
	 */
	public <T, V> T merge(T current, Class<V> viewType, Supplier<V> view, JsonNode patch, Class<T> type) {
		ReadOnlyMembers readOnly = ReadOnlyMembers.of(type, viewType);
		boolean nested = patch.valueStream().anyMatch(JsonNode::isContainer);
		if (!(patch instanceof ObjectNode) || (!nested && !readOnly.occurIn(patch))) {
			return merge(current, patch, type);
		}
		ObjectNode changes = (ObjectNode) patch.deepCopy();
		JsonNode shown = tree(view.get());
		ReadOnlyMembers.check(readOnly.removeFrom(changes), shown);
		patch.properties()
			.stream()
			.filter((member) -> member.getValue().equals(shown.get(member.getKey())))
			.forEach((member) -> changes.remove(member.getKey()));
		ReadOnlyElements.of(type, viewType).removeFrom(changes, shown);
		return merge(current, changes, type);
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
			throw notAnObject();
		}
		checkText(patch, "");
		RemovedMembers.check(patch, type);
		return read(this.stored, MergePatch.apply(this.stored.valueToTree(current), patch), type);
	}

	/**
	 * As above, but returns the current values without validating them if the patch
	 * changes none of them.
	 */
	public <T> T mergeChanges(T current, JsonNode patch, Class<T> type) {
		boolean changes = MergePatch.changes(this.stored.valueToTree(current), patch);
		return changes ? merge(current, patch, type) : current;
	}

	/**
	 * Returns all errors of a body, rather than the first one; empty if it is valid.
	 */
	public List<FieldError> errors(JsonNode body, Class<?> type) {
		return new AllErrors(this.strict, this.validator).of(body, type);
	}

	private <T> T read(JsonMapper mapper, JsonNode body, Class<T> type) {
		try {
			return valid(mapper.treeToValue(body, type));
		}
		catch (JacksonException ex) {
			throw ProblemException.invalid(new AllErrors(mapper, this.validator).of(body, type));
		}
	}

	private <T> T valid(@Nullable T value) {
		if (value == null) {
			throw ProblemException.invalid("", "required", "a JSON object is required");
		}
		Set<ConstraintViolation<T>> violations = violations(value);
		if (!violations.isEmpty()) {
			throw ProblemException.invalid(FieldErrors.of(violations));
		}
		return value;
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
