package io.kehu.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what a client sent.
 *
 * @param pointer where in the body it stands (RFC 6901), or null
 * @param parameter which query parameter or header it is, or null
 * @param code a stable name of the rule
 * @param message what is wrong, for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(@Nullable String pointer, @Nullable String parameter, String code, String message) {

	/**
	 * Returns an error at a place of the body.
	 */
	public static FieldError at(String pointer, String code, String message) {
		return new FieldError(pointer, null, code, message);
	}

	/**
	 * Returns an error of a query parameter or header.
	 */
	public static FieldError parameter(String parameter, String code, String message) {
		return new FieldError(null, parameter, code, message);
	}

}
