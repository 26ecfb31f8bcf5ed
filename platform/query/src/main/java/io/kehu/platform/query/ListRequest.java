package io.kehu.platform.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.platform.json.RecordMembers;
import io.kehu.platform.problem.ProblemException;
import jakarta.servlet.ServletRequest;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The list parameters of a query string. A controller declares it as a parameter.
 *
 * @param parameters the parameters, each with all of its values
 */
public record ListRequest(Map<String, List<String>> parameters) {

	/** The parameter that names the members of the records to answer. */
	static final String FIELDS = "fields";

	/** The parameter that names the references whose records are to be included. */
	static final String INCLUDE = "include";

	/** The parameter that selects the deleted records. */
	static final String DELETED = "deleted";

	/** Returns the parameters of a request. */
	static ListRequest of(ServletRequest request) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
		return new ListRequest(parameters);
	}

	/**
	 * Returns the members of the records that are to be answered, in their order: those
	 * that {@code fields} names, or all.
	 * @param view the record type of the answered records
	 * @throws ProblemException if there is no such member
	 */
	public Set<String> fields(Class<?> view) {
		Set<String> members = RecordMembers.of(view);
		List<String> given = this.parameters.getOrDefault(FIELDS, List.of());
		if (given.isEmpty()) {
			return members;
		}
		List<String> wanted = Arrays.asList(String.join(",", given).split(",", -1));
		wanted.stream().filter((name) -> !members.contains(name)).findFirst().ifPresent((name) -> {
			throw ProblemException.invalidParameter(FIELDS, "unknown_field",
					"there is no such field; there are " + String.join(", ", members));
		});
		members.retainAll(wanted);
		return members;
	}

	/** Returns a request that only includes the records that references refer to. */
	public static ListRequest ofIncluded(List<String> names) {
		return new ListRequest(Map.of(INCLUDE, names));
	}

	/** Returns a copy that is sorted like this unless another order is requested. */
	public ListRequest usuallySortedBy(String sort) {
		if (this.parameters.containsKey("sort")) {
			return this;
		}
		Map<String, List<String>> all = new LinkedHashMap<>(this.parameters);
		all.put("sort", List.of(sort));
		return new ListRequest(all);
	}

	/** Returns whether deleted records are requested. */
	public boolean selectsDeleted() {
		List<String> given = this.parameters.getOrDefault(DELETED, List.of());
		return !given.isEmpty() && !given.equals(List.of("false"));
	}

	/**
	 * Returns the references whose records are to be included.
	 * @param known the references that there are
	 * @throws ProblemException if there is no such reference
	 */
	public Set<String> include(Collection<String> known) {
		Set<String> wanted = new LinkedHashSet<>();
		for (String names : this.parameters.getOrDefault(INCLUDE, List.of())) {
			wanted.addAll(Arrays.asList(names.split(",", -1)));
		}
		wanted.stream().filter((name) -> !known.contains(name)).findFirst().ifPresent((name) -> {
			throw ProblemException.invalidParameter(INCLUDE, "unknown_field",
					known.isEmpty() ? "nothing can be included here" : "can only be " + String.join(", ", known));
		});
		return wanted;
	}

	/**
	 * Returns a copy without the given parameter, for parameters that are not part of the
	 * list itself.
	 */
	public ListRequest without(String parameter) {
		MultiValueMap<String, String> rest = new LinkedMultiValueMap<>(this.parameters);
		rest.remove(parameter);
		return new ListRequest(rest);
	}

}
