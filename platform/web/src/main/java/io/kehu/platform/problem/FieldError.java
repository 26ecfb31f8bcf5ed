package io.kehu.platform.problem;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A single error in a request.
 *
 * @param pointer a JSON Pointer (RFC 6901) to the invalid field of the body, or null
 * @param parameter the name of the invalid query parameter or header, or null
 * @param code a stable identifier of the violated rule
 * @param message a human-readable description of the error
 * @param recordId the id of the record that the request conflicts with, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(@Nullable String pointer, @Nullable String parameter, String code, String message,
		@Nullable UUID recordId) {

	/**
	 * Returns an error in the body of the request.
	 */
	public static FieldError at(String pointer, String code, String message) {
		return new FieldError(pointer, null, code, message, null);
	}

	/**
	 * Returns an error in the body of the request, caused by another record.
	 */
	public static FieldError heldBy(UUID record, String pointer, String code, String message) {
		return new FieldError(pointer, null, code, message, record);
	}

	/**
	 * Returns this error in a body that contains the value at the given pointer.
	 */
	public FieldError below(String parent) {
		return new FieldError(parent + ((this.pointer != null) ? this.pointer : ""), this.parameter, this.code,
				this.message, this.recordId);
	}

	/**
	 * Returns an error in a query parameter or header.
	 */
	public static FieldError parameter(String parameter, String code, String message) {
		return new FieldError(null, parameter, code, message, null);
	}

}
