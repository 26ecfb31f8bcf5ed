package io.kehu.platform.problem;

import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers requests that filters or the container have rejected with a problem document,
 * for every {@code Accept} header.
 */
@Controller
final class ErrorAnswers implements ErrorController {

	@RequestMapping("/error")
	ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
		HttpStatus status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? HttpStatus.valueOf(code) : HttpStatus.NOT_FOUND;
		Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		ProblemDetail problem = Problems.of(status, null, detail(status),
				(path instanceof String uri) ? uri : request.getRequestURI(), List.of());
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	/** Returns a description that reveals nothing about the failure. */
	static @Nullable String detail(HttpStatus status) {
		return switch (status) {
			case BAD_REQUEST -> "The request is malformed.";
			case NOT_FOUND -> "There is nothing at this path.";
			case URI_TOO_LONG -> "The request target is too long.";
			case REQUEST_HEADER_FIELDS_TOO_LARGE -> "The request headers are too large.";
			case INTERNAL_SERVER_ERROR -> "Internal error; it has been logged.";
			default -> null;
		};
	}

}
