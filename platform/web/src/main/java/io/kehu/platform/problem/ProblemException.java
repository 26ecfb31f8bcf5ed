package io.kehu.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Thrown if a request is rejected; the client receives a problem document.
 */
public final class ProblemException extends RuntimeException {

	private final HttpStatus status;

	private final String type;

	private final transient List<FieldError> errors;

	private final @Nullable Duration retryAfter;

	private ProblemException(HttpStatus status, String type, String detail, List<FieldError> errors,
			@Nullable Duration retryAfter) {
		super(detail);
		this.status = status;
		this.type = type;
		this.errors = List.copyOf(errors);
		this.retryAfter = retryAfter;
	}

	/**
	 * Returns an exception with any status and type.
	 * @param type the last segment of the problem type, for example
	 * {@code illegal-transition}
	 */
	public static ProblemException of(HttpStatus status, String type, String detail) {
		return new ProblemException(status, type, detail, List.of(), null);
	}

	/**
	 * Returns an exception for an invalid body or invalid parameters (400).
	 */
	public static ProblemException invalid(List<FieldError> errors) {
		String detail = (errors.size() == 1) ? errors.get(0).message() : errors.size() + " fields are not valid";
		return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-input", detail, errors, null);
	}

	/**
	 * Returns an exception for an invalid field of the body (400).
	 */
	public static ProblemException invalid(String pointer, String code, String message) {
		return invalid(List.of(FieldError.at(pointer, code, message)));
	}

	/**
	 * Returns an exception for an invalid parameter (400).
	 */
	public static ProblemException invalidParameter(String parameter, String code, String message) {
		return invalid(List.of(FieldError.parameter(parameter, code, message)));
	}

	/**
	 * Returns an exception for a record that does not exist or is not visible to the
	 * caller (404).
	 */
	public static ProblemException notFound(String what, Object id) {
		return of(HttpStatus.NOT_FOUND, "not-found", "There is no %s %s.".formatted(what, id));
	}

	/**
	 * Returns an exception for a field that conflicts with existing data (409).
	 */
	public static ProblemException conflict(String pointer, String code, String message) {
		return conflict(message, List.of(FieldError.at(pointer, code, message)));
	}

	/**
	 * Returns an exception for a field whose value belongs to another record (409).
	 * @param holder the id of that record, for callers that may see it
	 */
	public static ProblemException heldBy(UUID holder, String pointer, String message) {
		return conflict(message, List.of(FieldError.heldBy(holder, pointer, "conflict", message)));
	}

	/**
	 * Returns an exception for several conflicts with existing data (409).
	 */
	public static ProblemException conflict(String detail, List<FieldError> errors) {
		return new ProblemException(HttpStatus.CONFLICT, "conflict", detail, errors, null);
	}

	/**
	 * Returns an exception for a required resource that is unavailable (503).
	 */
	public static ProblemException unavailable(String detail, Duration retryAfter) {
		return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail, List.of(), retryAfter);
	}

	/**
	 * Returns the HTTP status.
	 */
	public HttpStatus status() {
		return this.status;
	}

	/**
	 * Returns the last segment of the problem type.
	 */
	public String type() {
		return this.type;
	}

	/**
	 * Returns the errors of individual fields; may be empty.
	 */
	public List<FieldError> errors() {
		return this.errors;
	}

	/**
	 * Returns the time to wait before the next attempt, or null.
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * Returns a human-readable description, never null.
	 */
	public String detail() {
		String message = getMessage();
		return (message != null) ? message : this.status.getReasonPhrase();
	}

	/**
	 * Returns the errors of individual fields or, if there are none, a single error that
	 * represents the whole exception.
	 */
	public List<FieldError> asErrors() {
		return this.errors.isEmpty() ? List.of(FieldError.at("", this.type.replace('-', '_'), detail())) : this.errors;
	}

}
