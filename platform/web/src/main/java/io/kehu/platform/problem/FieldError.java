package io.kehu.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A single error in a request.
 *
 * @param pointer a JSON Pointer (RFC 6901) to the invalid field of the body, or null
 * @param parameter the name of the invalid query parameter or header, or null
 * @param code a stable identifier of the violated rule
 * @param message a human-readable description of the error
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(@Nullable String pointer, @Nullable String parameter, String code, String message) {

	/**
	 * Returns an error in the body of the request.
	 */
	public static FieldError at(String pointer, String code, String message) {
		return new FieldError(pointer, null, code, message);
	}

	/**
	 * Returns an error in a query parameter or header.
	 */
	public static FieldError parameter(String parameter, String code, String message) {
		return new FieldError(null, parameter, code, message);
	}

}
