package io.kehu.platform.bulk;

import io.kehu.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a bulk load does to a record that exists.
 */
public enum BulkMode {

	/**
	 * The line is a merge patch (RFC 7396): members that are absent stay as they are, and
	 * null clears them.
	 */
	MERGE,

	/** The line is the whole record: members that are absent are cleared. */
	REPLACE;

	/** The query parameter that chooses the mode. */
	public static final String PARAMETER = "mode";

	/** The description of the parameter in API descriptions. */
	public static final String DESCRIPTION = "merge: members that are absent from a line stay as they are, and null "
			+ "clears them. replace: a line is the whole record. Either way, external ids are added to those of the "
			+ "record, and a line without a record creates one";

	/**
	 * Returns the mode of a request, by default {@link #MERGE}.
	 * @throws ProblemException if there is no such mode
	 */
	public static BulkMode of(HttpServletRequest request) {
		String @Nullable [] given = request.getParameterValues(PARAMETER);
		String mode = (given != null) ? String.join(",", given) : "merge";
		return switch (mode) {
			case "merge" -> MERGE;
			case "replace" -> REPLACE;
			default -> throw ProblemException.invalidParameter(PARAMETER, "invalid_value", "must be merge or replace");
		};
	}

}
