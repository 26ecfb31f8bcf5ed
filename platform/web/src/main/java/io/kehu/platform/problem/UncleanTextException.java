package io.kehu.platform.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Thrown if a text contains control characters or lone surrogates.
 */
public final class UncleanTextException extends MismatchedInputException {

	public UncleanTextException(JsonParser parser) {
		super(parser, "must not hold control characters or lone surrogates", String.class);
	}

}
