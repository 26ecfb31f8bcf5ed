package io.kehu.platform.problem;

import java.time.Duration;
import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Converts every failure of a request to a problem document that exposes no internal
 * details.
 */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

	private static final Duration RETRY_CONFLICT_AFTER = Duration.ofSeconds(1);

	@ExceptionHandler
	ResponseEntity<Object> refused(ProblemException refusal, WebRequest request) {
		HttpHeaders headers = new HttpHeaders();
		Duration retryAfter = refusal.retryAfter();
		if (retryAfter != null) {
			headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
		}
		return answer(refusal.status(), refusal.type(), refusal.detail(), refusal.errors(), headers, request);
	}

	@ExceptionHandler
	ResponseEntity<Object> contended(ConcurrencyFailureException conflict, WebRequest request) {
		String expected = request.getHeader(HttpHeaders.IF_MATCH);
		if (conflict instanceof OptimisticLockingFailureException && expected != null && !expected.trim().equals("*")) {
			return answer(HttpStatus.PRECONDITION_FAILED, "stale",
					"The record was changed by another request meanwhile.", List.of(), new HttpHeaders(), request);
		}
		return refused(ProblemException.unavailable("Too many requests change the record at the same time.",
				RETRY_CONFLICT_AFTER), request);
	}

	@ExceptionHandler
	ResponseEntity<Object> conflicting(DataIntegrityViolationException conflict, WebRequest request) {
		log.info("Refused by the database: {}", Refusal.of(conflict));
		return answer(HttpStatus.CONFLICT, "conflict", "The record conflicts with what is stored already.", List.of(),
				new HttpHeaders(), request);
	}

	@ExceptionHandler
	ResponseEntity<Object> invalid(ConstraintViolationException violations, WebRequest request) {
		return refused(ProblemException.invalid(FieldErrors.of(violations.getConstraintViolations())), request);
	}

	@ExceptionHandler
	ResponseEntity<Object> unreadable(JacksonException unreadable, WebRequest request) {
		return refused(ProblemException.invalid(List.of(FieldErrors.of(unreadable))), request);
	}

	@ExceptionHandler
	ResponseEntity<Object> failed(Exception failure, WebRequest request) throws Exception {
		if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
			throw failure;
		}
		if (Outage.causes(failure)) {
			log.warn("The database does not answer: {}", failure.toString());
			return refused(ProblemException.unavailable("The service cannot reach its database.", RETRY_AFTER),
					request);
		}
		log.error("A request failed", failure);
		return answer(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Internal error; it has been logged.", List.of(),
				new HttpHeaders(), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException failure,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof RequestTooLargeException) {
				return answer(HttpStatus.CONTENT_TOO_LARGE, "too-large", cause.getMessage(), List.of(), headers,
						request);
			}
			if (cause instanceof JacksonException unreadable) {
				if (unreadable.getCause() instanceof RequestTooLargeException) {
					continue;
				}
				return unreadable(unreadable, request);
			}
		}
		return refused(ProblemException.invalid("", "required", "a JSON body is required"), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException failure,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		for (ObjectError error : failure.getAllErrors()) {
			if (error instanceof org.springframework.validation.FieldError parameter
					&& !error.contains(ConstraintViolation.class)) {
				Class<?> type = error.contains(TypeMismatchException.class)
						? error.unwrap(TypeMismatchException.class).getRequiredType() : null;
				return refused(ProblemException.invalidParameter(parameter.getField(), "invalid_value",
						FieldErrors.expected(type)), request);
			}
		}
		List<ConstraintViolation<?>> violations = failure.getAllErrors()
			.stream()
			.<ConstraintViolation<?>>map((error) -> error.unwrap(ConstraintViolation.class))
			.toList();
		return refused(ProblemException.invalid(FieldErrors.of(violations)), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException failure, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		String name = (failure instanceof MethodArgumentTypeMismatchException argument) ? argument.getName()
				: failure.getPropertyName();
		return refused(ProblemException.invalidParameter(String.valueOf(name), "invalid_value",
				FieldErrors.expected(failure.getRequiredType())), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception failure, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ResponseEntity<Object> answer = super.handleExceptionInternal(failure, body, headers, status, request);
		if (answer == null || !(answer.getBody() instanceof ProblemDetail problem)) {
			return answer;
		}
		Problems.complete(problem, path(request));
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

	private static ResponseEntity<Object> answer(HttpStatusCode status, String type, @Nullable String detail,
			List<FieldError> errors, HttpHeaders headers, WebRequest request) {
		ProblemDetail problem = Problems.of(status, type, detail, path(request), errors);
		return ResponseEntity.status(status)
			.headers(headers)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

	private static String path(WebRequest request) {
		return ((ServletWebRequest) request).getRequest().getRequestURI();
	}

}
