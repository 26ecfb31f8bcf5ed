package io.kehu.platform.personal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The personal data in a type of record: where it is, what masks it, and how masks that
 * are sent back become values again.
 */
public final class PersonalData {

	private static final ClassValue<PersonalData> ALL = new ClassValue<>() {

		@Override
		protected PersonalData computeValue(Class<?> type) {
			return new PersonalData(PersonalShape.of(type));
		}

	};

	private final PersonalShape shape;

	private final Set<String> sealed;

	private PersonalData(PersonalShape shape) {
		this.shape = shape;
		this.sealed = members(PersonalPart::sealedSomewhere);
	}

	/** Returns the personal data of a record type. */
	public static PersonalData of(Class<?> type) {
		return ALL.get(type);
	}

	/** Returns the members in JSON that are or contain personal data. */
	public Set<String> members() {
		return members((part) -> true);
	}

	private Set<String> members(Predicate<PersonalPart> which) {
		Set<String> names = new LinkedHashSet<>();
		this.shape.parts().forEach((part) -> names.addAll(part.members(which)));
		return Collections.unmodifiableSet(names);
	}

	/** Returns the members in JSON that are or contain texts that are stored sealed. */
	public Set<String> sealedMembers() {
		return this.sealed;
	}

	/** Returns whether some of it is sealed wherever it is stored. */
	boolean sealed() {
		return !this.sealed.isEmpty();
	}

	/** Returns a copy of a record with masks. */
	public <V extends Record> V masked(V record) {
		return this.shape.transformed(record, null, (part, value, present, pointer) -> part.text().of(value), "");
	}

	/**
	 * Returns a copy of a record with other texts in place of those that are sealed.
	 * @param text returns the text for the name of a component and its value
	 */
	<V extends Record> V withSealed(V record, BinaryOperator<String> text) {
		return this.shape.transformed(record, null,
				(part, value, present, pointer) -> part.sealed() ? text.apply(part.name(), value) : value, "");
	}

	/**
	 * Returns the JSON of a member with masks.
	 * @param member the name of the member of the record
	 */
	public JsonNode masked(String member, JsonNode value) {
		return changed(member, value, (part, text) -> part.text().of(text));
	}

	/**
	 * Returns the JSON of a member with other texts in place of those that are sealed.
	 */
	JsonNode withSealed(String member, JsonNode value, BinaryOperator<String> text) {
		return changed(member, value, (part, clear) -> part.sealed() ? text.apply(part.name(), clear) : clear);
	}

	private JsonNode changed(String member, JsonNode value, BiFunction<PersonalPart, String, String> text) {
		return this.shape.find(member).map((part) -> changed(part, value, text)).orElse(value);
	}

	private static JsonNode changed(PersonalPart part, JsonNode value, BiFunction<PersonalPart, String, String> text) {
		if (part.mask() != null) {
			return value.isString() ? StringNode.valueOf(text.apply(part, value.stringValue())) : value;
		}
		JsonNode copy = value.deepCopy();
		Iterable<JsonNode> elements = (copy instanceof ArrayNode array) ? array : List.of(copy);
		elements.forEach((element) -> {
			if (element instanceof ObjectNode object) {
				part.shape().parts().forEach((inner) -> {
					JsonNode present = object.get(inner.name());
					if (present != null) {
						object.set(inner.name(), changed(inner, present, text));
					}
				});
			}
		});
		return copy;
	}

	/** Removes what is sealed from the JSON of a record. */
	public void removeSealed(ObjectNode json) {
		this.shape.removeSealed(json);
	}

	/**
	 * Returns a copy of a record in which masks are replaced by the values that they
	 * stand for.
	 * @param details the record as it was sent
	 * @param before the record as it is stored, of the same type, or null if it is new
	 * @throws ProblemException if a mask stands for none of the values
	 */
	public <D> D resolved(D details, @Nullable D before) {
		if (this.shape.parts().isEmpty() || !(details instanceof Record record)) {
			return details;
		}
		List<FieldError> errors = new ArrayList<>();
		Record resolved = this.shape.transformed(record, (Record) before, (part, value, present, pointer) -> {
			Mask mask = part.text();
			if (!mask.matches(value)) {
				return value;
			}
			if (present == null || !mask.of(present).equals(value)) {
				errors.add(FieldError.at(pointer, "masked",
						"is a mask of a value that you can't see; leave it out or as it was read, or send a new value"));
				return value;
			}
			return present;
		}, "");
		if (!errors.isEmpty()) {
			throw ProblemException.invalid(errors);
		}
		@SuppressWarnings("unchecked")
		D result = (D) resolved;
		return result;
	}

}
