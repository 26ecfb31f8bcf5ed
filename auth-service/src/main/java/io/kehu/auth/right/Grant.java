package io.kehu.auth.right;

import java.util.Locale;

import io.kehu.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A permission with its scope, written as {@code customer:read:team}; the scope {@code
 * all} is omitted.
 *
 * @param permission the permission, as {@code resource:action}
 * @param scope the records that it applies to
 */
@Embeddable
public record Grant(@Column(name = "permission") String permission,
		@Column(name = "scope") @Enumerated(EnumType.STRING) PermissionScope scope) {

	/** The syntax of a grant. */
	public static final String SHAPE = "[a-z][a-z-]*:[a-z][a-z-]*(:(own|team|all))?";

	/**
	 * Parses a grant.
	 * @throws ProblemException if the syntax is invalid
	 */
	public static Grant parse(String text) {
		if (!text.matches(SHAPE)) {
			throw ProblemException.invalid("", "invalid_format",
					"must look like resource:action or resource:action:own");
		}
		int end = text.indexOf(':', text.indexOf(':') + 1);
		return (end < 0) ? new Grant(text, PermissionScope.ALL) : new Grant(text.substring(0, end),
				PermissionScope.valueOf(text.substring(end + 1).toUpperCase(Locale.ROOT)));
	}

	@Override
	public String toString() {
		return (this.scope == PermissionScope.ALL) ? this.permission
				: this.permission + ":" + this.scope.name().toLowerCase(Locale.ROOT);
	}

}
