package io.kehu.customer.customer;

import java.util.Arrays;
import java.util.Locale;

import io.kehu.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What happens when a customer that is created or changed is likely to be another one.
 */
enum DuplicateHandling {

	/** Nothing. */
	IGNORE,

	/** The request is refused. */
	REFUSE;

	static final String PARAMETER = "duplicates";

	static final String DESCRIPTION = "What to do with likely duplicates: ignore them, or refuse the request because of them (409)";

	/**
	 * Returns what a request asks for.
	 * @throws ProblemException 400 if it asks for something else
	 */
	static DuplicateHandling of(HttpServletRequest request) {
		String wanted = request.getParameter(PARAMETER);
		return (wanted == null) ? IGNORE
				: Arrays.stream(values())
					.filter((handling) -> handling.toString().equals(wanted))
					.findFirst()
					.orElseThrow(() -> ProblemException.invalidParameter(PARAMETER, "invalid_value",
							"must be one of " + Arrays.toString(values())));
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
