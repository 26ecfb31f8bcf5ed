package io.kehu.platform.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Thrown if a text contains control characters or lone surrogates.
 */
public final class UncleanTextException extends MismatchedInputException {

	/** The message, for texts that are not read by a parser. */
	public static final String MESSAGE = "must not hold control characters or lone surrogates";

	public UncleanTextException(JsonParser parser) {
		super(parser, MESSAGE, String.class);
	}

}
