package io.kehu.platform.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handles the members that clients read but cannot change in the elements of lists, such
 * as the totals of the lines of an order. A client may send elements back as it has read
 * them, in another order or with other changes.
 */
final class ReadOnlyElements {

	/** The read-only members of the elements, by the member that contains the list. */
	private final Map<String, Set<String>> names;

	private ReadOnlyElements(Map<String, Set<String>> names) {
		this.names = names;
	}

	static ReadOnlyElements of(Class<?> details, Class<?> view) {
		Map<String, Class<?>> writable = elements(details);
		Map<String, Set<String>> names = new HashMap<>();
		elements(view).forEach((name, element) -> {
			Class<?> other = writable.get(name);
			if (other != null && !other.equals(element)) {
				Set<String> members = RecordMembers.of(element);
				members.removeAll(RecordMembers.of(other));
				names.put(name, members);
			}
		});
		return new ReadOnlyElements(names);
	}

	private static Map<String, Class<?>> elements(Class<?> type) {
		Map<String, Class<?>> elements = new HashMap<>();
		for (RecordComponent component : type.getRecordComponents()) {
			if (component.getType() == List.class && component.getGenericType() instanceof ParameterizedType list
					&& list.getActualTypeArguments()[0] instanceof Class<?> element && element.isRecord()) {
				elements.put(component.getName(), element);
			}
		}
		return elements;
	}

	/**
	 * Removes the members from a body.
	 * @param view the record as the client reads it
	 * @throws ProblemException with an error for each element whose read-only members are
	 * not those of an element of the record
	 */
	void removeFrom(ObjectNode body, JsonNode view) {
		List<FieldError> errors = new ArrayList<>();
		this.names.forEach((name, members) -> {
			JsonNode list = body.path(name);
			for (int i = 0; list.isArray() && i < list.size(); i++) {
				if (list.get(i) instanceof ObjectNode element) {
					check(element, members, view.path(name), "/%s/%d".formatted(name, i), errors);
				}
			}
		});
		if (!errors.isEmpty()) {
			throw ProblemException.invalid(errors);
		}
	}

	private static void check(ObjectNode element, Set<String> members, JsonNode shown, String pointer,
			List<FieldError> errors) {
		Map<String, JsonNode> given = new HashMap<>();
		members.forEach((name) -> {
			JsonNode value = element.remove(name);
			if (value != null) {
				given.put(name, value);
			}
		});
		boolean known = given.isEmpty() || shown.valueStream().anyMatch((one) -> differing(given, one).isEmpty());
		if (!known) {
			String name = shown.valueStream()
				.flatMap((one) -> differing(given, one).stream())
				.reduce((first, second) -> second)
				.orElse(given.keySet().iterator().next());
			errors.add(FieldError.at(pointer + "/" + name, "not_changeable",
					"cannot be changed; leave it out, or send it as it was read"));
		}
	}

	private static Optional<String> differing(Map<String, JsonNode> given, JsonNode element) {
		return given.entrySet()
			.stream()
			.filter((member) -> !member.getValue().equals(element.get(member.getKey())))
			.map(Map.Entry::getKey)
			.findFirst();
	}

}
