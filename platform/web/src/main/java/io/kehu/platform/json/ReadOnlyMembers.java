package io.kehu.platform.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handles the members of a record that clients read but cannot change, such as its id. A
 * client may send them back as it has read them.
 */
final class ReadOnlyMembers {

	private final Set<String> names;

	private final Set<String> ignored;

	private ReadOnlyMembers(Set<String> names, Set<String> ignored) {
		this.names = names;
		this.ignored = ignored;
	}

	/**
	 * Returns the members of a view that are not client-writable.
	 * @param details the record type of the client-writable members
	 * @param view the record type of the view
	 */
	static ReadOnlyMembers of(Class<?> details, Class<?> view) {
		Set<String> names = RecordMembers.of(view);
		names.removeAll(RecordMembers.of(details));
		return new ReadOnlyMembers(names, RecordMembers.fromElsewhere(view));
	}

	boolean occurIn(JsonNode body) {
		return this.names.stream().anyMatch(body::has);
	}

	/** Removes the members from a body and returns those that are to be checked. */
	Map<String, JsonNode> removeFrom(ObjectNode body) {
		Map<String, JsonNode> removed = new HashMap<>();
		this.names.forEach((name) -> {
			JsonNode value = body.remove(name);
			if (value != null && !this.ignored.contains(name)) {
				removed.put(name, value);
			}
		});
		return removed;
	}

	/**
	 * Checks that members are sent back unchanged.
	 * @param view the record as the client reads it, or null if there is none
	 * @throws ProblemException with an error for each member that differs
	 */
	static void check(Map<String, JsonNode> members, @Nullable JsonNode view) {
		List<FieldError> errors = new ArrayList<>();
		members.forEach((name, value) -> {
			JsonNode current = (view != null) ? view.get(name) : null;
			boolean same = (current != null) ? current.equals(value) : value.isNull();
			if (!same) {
				errors.add(FieldError.at("/" + name, "not_changeable",
						"cannot be changed; leave it out, or send it as it was read"));
			}
		});
		if (!errors.isEmpty()) {
			throw ProblemException.invalid(errors);
		}
	}

}
