package io.kehu.platform.problem;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A refusal that the client is told of as a problem document.
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
	 * Returns a refusal of another kind than the ones below.
	 * @param type the last part of the problem's type, for example
	 * {@code illegal-transition}
	 */
	public static ProblemException of(HttpStatus status, String type, String detail) {
		return new ProblemException(status, type, detail, List.of(), null);
	}

	/**
	 * Returns a refusal of a body or of parameters (400).
	 */
	public static ProblemException invalid(List<FieldError> errors) {
		String detail = (errors.size() == 1) ? errors.get(0).message() : errors.size() + " fields are not valid";
		return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-input", detail, errors, null);
	}

	/**
	 * Returns a refusal of one field of the body (400).
	 */
	public static ProblemException invalid(String pointer, String code, String message) {
		return invalid(List.of(FieldError.at(pointer, code, message)));
	}

	/**
	 * Returns a refusal of one parameter (400).
	 */
	public static ProblemException invalidParameter(String parameter, String code, String message) {
		return invalid(List.of(FieldError.parameter(parameter, code, message)));
	}

	/**
	 * Returns the refusal for a record that is not there, or not for this caller (404).
	 */
	public static ProblemException notFound(String what, Object id) {
		return of(HttpStatus.NOT_FOUND, "not-found", "There is no %s %s.".formatted(what, id));
	}

	/**
	 * Returns a refusal because of what is there already (409).
	 */
	public static ProblemException conflict(String pointer, String code, String message) {
		return conflict(message, List.of(FieldError.at(pointer, code, message)));
	}

	/**
	 * Returns a refusal because of several things that are there already (409).
	 */
	public static ProblemException conflict(String detail, List<FieldError> errors) {
		return new ProblemException(HttpStatus.CONFLICT, "conflict", detail, errors, null);
	}

	/**
	 * Returns the refusal for when something that is needed does not answer (503).
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
	 * Returns the last part of the problem's type.
	 */
	public String type() {
		return this.type;
	}

	/**
	 * Returns what is wrong, field by field; often empty.
	 */
	public List<FieldError> errors() {
		return this.errors;
	}

	/**
	 * Returns after what time to try again, or null.
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * Returns what is wrong as a sentence, never null.
	 */
	public String detail() {
		String message = getMessage();
		return (message != null) ? message : this.status.getReasonPhrase();
	}

	/**
	 * Returns the errors, or the whole refusal as one error.
	 */
	public List<FieldError> asErrors() {
		return this.errors.isEmpty() ? List.of(FieldError.at("", this.type.replace('-', '_'), detail())) : this.errors;
	}

}
