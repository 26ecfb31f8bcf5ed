package io.kehu.migration.live;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Thrown if an application affects so many live customers that it must be confirmed
 * (409). The problem contains the figures.
 */
final class ConfirmationRequiredException extends ErrorResponseException {

	ConfirmationRequiredException(LinkageScope scope, long liveCustomers, long most) {
		super(HttpStatus.CONFLICT, problem(scope, liveCustomers, most), null);
	}

	private static ProblemDetail problem(LinkageScope scope, long liveCustomers, long most) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
				("Up to %,d of %,d live customers would be changed and %,d merged into others, more than %,d in all."
						+ " Repeat the request with \"dryRun\": true to list them, or with"
						+ " \"confirmed\": {\"changed\": %d, \"merged\": %d} to apply the linkage.")
					.formatted(scope.changed(), liveCustomers, scope.merged(), most, scope.changed(), scope.merged()));
		problem.setType(URI.create("urn:kehu:problem:confirmation-required"));
		problem.setProperty("liveCustomers", liveCustomers);
		problem.setProperty("created", scope.created());
		problem.setProperty("changed", scope.changed());
		problem.setProperty("merged", scope.merged());
		problem.setProperty("most", most);
		return problem;
	}

}
