package io.kehu.platform.json;

import java.util.Map;
import java.util.function.Function;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a request that replaces a record.
 *
 * @param <T> the type of the client-writable members
 */
public final class Replacement<T> {

	private final T details;

	private final Map<String, JsonNode> readOnly;

	private final Function<Object, JsonNode> trees;

	Replacement(T details, Map<String, JsonNode> readOnly, Function<Object, JsonNode> trees) {
		this.details = details;
		this.readOnly = readOnly;
		this.trees = trees;
	}

	/**
	 * Returns the client-writable members, which are valid.
	 */
	public T details() {
		return this.details;
	}

	/**
	 * Checks that all other members are those of the record.
	 * @param view the record as the client reads it, or null if there is none yet
	 * @throws ProblemException with an error for each member that differs
	 */
	public void check(@Nullable Object view) {
		if (!this.readOnly.isEmpty()) {
			ReadOnlyMembers.check(this.readOnly, (view != null) ? this.trees.apply(view) : null);
		}
	}

}
