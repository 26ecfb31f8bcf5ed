package io.kehu.platform.query;

import java.util.Map;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.Restriction;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;
import io.kehu.platform.security.Scope;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Keeps lists from revealing personal data that their caller only sees masked: a filter
 * finds records whose values the caller sees in clear, and a search leaves out the values
 * of all others.
 */
final class PersonalFields {

	private static final Restriction NOTHING = new Restriction("false", Map.of());

	private final Access access;

	private final Class<?> type;

	private final String alias;

	private final boolean shared;

	PersonalFields(Access access, Class<?> type, String alias) {
		this(access, type, alias, false);
	}

	private PersonalFields(Access access, Class<?> type, String alias, boolean shared) {
		this.access = access;
		this.type = type;
		this.alias = alias;
		this.shared = shared;
	}

	/**
	 * Returns the fields for filters whose outcome is shown to callers that only see
	 * masks: they cannot use personal data.
	 */
	static PersonalFields shared(Access access, Class<?> type) {
		return new PersonalFields(access, type, "", true);
	}

	/**
	 * Returns the condition that a filter by this field needs, or null if it needs none.
	 * @throws ProblemException with status 403 if the caller sees no value of the field,
	 * or 400 if no caller can use it
	 */
	@Nullable Restriction forFilter(ListField<?> field, String parameter) {
		String permission = field.permission();
		if (permission == null) {
			return null;
		}
		if (this.shared) {
			throw ProblemException.invalidParameter(parameter, "personal",
					"can't be used here, since the outcome is shown to users who may not see personal data");
		}
		if (!Callers.current().may(permission)) {
			throw refused("filter by " + parameter, permission);
		}
		return this.access.covered(this.type, permission, this.alias);
	}

	/** Returns the condition under which a search may look at personal data. */
	Restriction forSearch(String permission) {
		return this.shared ? NOTHING : this.access.covered(this.type, permission, this.alias);
	}

	/**
	 * Checks that the caller may sort by this field: an order tells about all of its
	 * values.
	 * @throws ProblemException with status 403 otherwise
	 */
	void checkSort(ListField<?> field) {
		String permission = field.permission();
		if (permission != null && Callers.current().scope(permission).filter(Scope.ALL::equals).isEmpty()) {
			throw refused("sort by " + field.name(), permission);
		}
	}

	private static ProblemException refused(String what, String permission) {
		return ProblemException.of(HttpStatus.FORBIDDEN, "forbidden",
				"You can't %s, because your permissions do not include %s.".formatted(what, permission));
	}

}
