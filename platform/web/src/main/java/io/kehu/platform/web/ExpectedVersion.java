package io.kehu.platform.web;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * The version that a client means to change, from its {@code If-Match} header; a
 * controller takes it as a parameter, which makes the header required.
 *
 * @param value the version, or null for {@code *}: whichever there is
 */
public record ExpectedVersion(@Nullable Long value) {

	/**
	 * Reads the header.
	 * @throws ProblemException 428 when it is missing, 412 when it is no entity tag of
	 * ours and so matches nothing
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
	 * Checks that this is the version.
	 * @throws ProblemException 412 when it is not
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
