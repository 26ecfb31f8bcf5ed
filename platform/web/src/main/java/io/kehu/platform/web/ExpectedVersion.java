package io.kehu.platform.web;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * The version that a client intends to change, taken from the {@code If-Match} header. A
 * controller declares it as a parameter, which makes the header required; if the
 * parameter is nullable, it is null without the header.
 *
 * @param value the version, or null for {@code *}, which matches any version
 */
public record ExpectedVersion(@Nullable Long value) {

	/**
	 * Parses the header.
	 * @throws ProblemException with status 428 if the header is missing, or 412 if it is
	 * not an entity tag of this API and therefore cannot match
	 */
	public static ExpectedVersion parse(@Nullable String header) {
		if (header == null || header.isBlank()) {
			throw ProblemException.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required",
					"A change needs the If-Match header with the record's entity tag.");
		}
		if (header.trim().equals("*")) {
			return new ExpectedVersion(null);
		}
		if (!header.trim().matches("\"\\d{1,18}\"")) {
			throw stale();
		}
		return new ExpectedVersion(Long.valueOf(header.trim().replace("\"", "")));
	}

	/**
	 * Checks that the record has the expected version.
	 * @throws ProblemException with status 412 if it does not
	 */
	public void check(long actual) {
		if (this.value != null && this.value != actual) {
			throw stale();
		}
	}

	private static ProblemException stale() {
		return ProblemException.of(HttpStatus.PRECONDITION_FAILED, "stale",
				"The record was changed since; read it again.");
	}

}
