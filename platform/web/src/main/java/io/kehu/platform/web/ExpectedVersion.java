package io.kehu.platform.web;

import java.util.Objects;
import java.util.Set;

import io.kehu.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The version that a client intends to change, taken from the {@code If-Match} header. A
 * controller declares it as a parameter, which makes the header required.
 */
public final class ExpectedVersion implements VersionCheck {

	private final Preconditions preconditions;

	private ExpectedVersion(Preconditions preconditions) {
		this.preconditions = preconditions;
	}

	/**
	 * Expects a version.
	 * @param value the version, or null for any
	 */
	public ExpectedVersion(@Nullable Long value) {
		this(new Preconditions((value != null) ? EntityTags.of(value) : EntityTags.ANYTHING, null));
	}

	/**
	 * Parses the headers of a request.
	 * @throws ProblemException with status 428 if there is no {@code If-Match}, or 400 if
	 * a header is malformed
	 */
	public static ExpectedVersion of(HttpServletRequest request) {
		Preconditions preconditions = Preconditions.of(request);
		if (preconditions.match() == null) {
			throw ProblemException.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required",
					"A change needs the If-Match header with the record's entity tag.");
		}
		return new ExpectedVersion(preconditions);
	}

	/**
	 * Returns the version, or null if any version is expected.
	 * @throws ProblemException with status 400 if the header lists several entity tags,
	 * or 412 if it lists none of this API
	 */
	public @Nullable Long value() {
		EntityTags match = Objects.requireNonNull(this.preconditions.match());
		Set<Long> versions = match.versions();
		if (versions.size() > 1) {
			throw ProblemException.invalidParameter(HttpHeaders.IF_MATCH, "too_many_values",
					"may list one entity tag here");
		}
		if (match.anything()) {
			return null;
		}
		return versions.stream()
			.findFirst()
			.orElseThrow(() -> ProblemException.of(HttpStatus.PRECONDITION_FAILED, "stale",
					"If-Match is not an entity tag of this API."));
	}

	/**
	 * Checks that the record has the expected version.
	 * @throws ProblemException with status 412 if it does not
	 */
	@Override
	public void check(long actual) {
		this.preconditions.check(actual);
	}

}
