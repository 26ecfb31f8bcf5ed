package io.kehu.platform.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks the names of the members that a merge patch removes. They are absent from its
 * result, in which unknown members are found otherwise.
 */
final class RemovedMembers {

	private RemovedMembers() {
	}

	/**
	 * Checks the members of a merge patch whose value is null.
	 * @param type the record type of the result
	 * @throws ProblemException with an error for each one that the type does not have
	 */
	static void check(JsonNode patch, Class<?> type) {
		List<FieldError> errors = new ArrayList<>();
		collect(patch, type, "", errors);
		if (!errors.isEmpty()) {
			throw ProblemException.invalid(errors);
		}
	}

	private static void collect(JsonNode patch, @Nullable Class<?> type, String pointer, List<FieldError> errors) {
		if (type == null || !type.isRecord() || patch.valueStream().noneMatch(RemovedMembers::mayRemove)) {
			return;
		}
		Map<String, Type> members = new HashMap<>();
		addMembers(type, members);
		patch.properties().forEach((member) -> {
			String name = member.getKey();
			String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
			if (member.getValue().isNull() && !members.containsKey(name)) {
				errors.add(FieldError.at(place, "unknown_field", "there is no field " + name));
			}
			else if (member.getValue().isObject()) {
				collect(member.getValue(), classOf(members.get(name)), place, errors);
			}
		});
	}

	private static boolean mayRemove(JsonNode value) {
		return value.isNull() || value.isObject();
	}

	private static void addMembers(Class<?> type, Map<String, Type> members) {
		for (RecordComponent component : type.getRecordComponents()) {
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
				addMembers(component.getType(), members);
			}
			else {
				members.put(component.getName(), component.getGenericType());
			}
		}
	}

	/** The members of a map have any names, so its type is not of interest. */
	private static @Nullable Class<?> classOf(@Nullable Type type) {
		Type raw = (type instanceof ParameterizedType parameterized) ? parameterized.getRawType() : type;
		return (raw instanceof Class<?> known) ? known : null;
	}

}
