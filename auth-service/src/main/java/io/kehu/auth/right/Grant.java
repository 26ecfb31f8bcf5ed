package io.kehu.auth.right;

import java.util.Locale;

import io.kehu.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A permission and how far it reaches, written {@code customer:read:team}; a permission
 * that reaches everything is written without a scope.
 *
 * @param permission what may be done, as {@code resource:action}
 * @param scope with which records
 */
@Embeddable
public record Grant(@Column(name = "permission") String permission,
		@Column(name = "scope") @Enumerated(EnumType.STRING) Scope scope) {

	/** What a grant looks like. */
	public static final String SHAPE = "[a-z][a-z-]*:[a-z][a-z-]*(:(own|team|all))?";

	/**
	 * Reads a grant.
	 * @throws ProblemException when the text is none
	 */
	public static Grant parse(String text) {
		if (!text.matches(SHAPE)) {
			throw ProblemException.invalid("", "invalid_format",
					"must look like resource:action or resource:action:own");
		}
		int end = text.indexOf(':', text.indexOf(':') + 1);
		return (end < 0) ? new Grant(text, Scope.ALL)
				: new Grant(text.substring(0, end), Scope.valueOf(text.substring(end + 1).toUpperCase(Locale.ROOT)));
	}

	@Override
	public String toString() {
		return (this.scope == Scope.ALL) ? this.permission
				: this.permission + ":" + this.scope.name().toLowerCase(Locale.ROOT);
	}

}
