package io.kehu.platform.web;

import java.util.Collections;

import io.kehu.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The {@code If-Match} and {@code If-None-Match} headers of a request (RFC 9110, section
 * 13). A controller declares it as a parameter if the headers are optional, and
 * {@link ExpectedVersion} if {@code If-Match} is required.
 */
public final class Preconditions implements VersionCheck {

	/** Holds for any record, and if there is none. */
	public static final Preconditions NONE = new Preconditions(null, null);

	private final @Nullable EntityTags match;

	private final @Nullable EntityTags noneMatch;

	Preconditions(@Nullable EntityTags match, @Nullable EntityTags noneMatch) {
		this.match = match;
		this.noneMatch = noneMatch;
	}

	/**
	 * Parses the headers of a request.
	 * @throws ProblemException with status 400 if a header is malformed
	 */
	public static Preconditions of(HttpServletRequest request) {
		EntityTags match = tags(request, HttpHeaders.IF_MATCH, false);
		EntityTags noneMatch = tags(request, HttpHeaders.IF_NONE_MATCH, true);
		return (match == null && noneMatch == null) ? NONE : new Preconditions(match, noneMatch);
	}

	private static @Nullable EntityTags tags(HttpServletRequest request, String header, boolean weak) {
		String value = String.join(",", Collections.list(request.getHeaders(header)));
		return value.isBlank() ? null : EntityTags.parse(header, value, weak);
	}

	@Nullable EntityTags match() {
		return this.match;
	}

	/**
	 * Checks an existing record.
	 * @throws ProblemException with status 412 if a precondition does not hold
	 */
	@Override
	public void check(long version) {
		if (this.match != null && !this.match.contain(version)) {
			throw unmet("The record was changed since; read it again.");
		}
		if (this.noneMatch != null && this.noneMatch.contain(version)) {
			throw unmet("The record exists, and If-None-Match excludes it.");
		}
	}

	/**
	 * Checks that the preconditions hold if there is no such record.
	 * @throws ProblemException with status 412 if a precondition does not hold
	 */
	public void checkAbsent() {
		if (this.match != null) {
			throw unmet("There is no such record, and If-Match requires one.");
		}
	}

	/**
	 * Checks a resource that exists but has no entity tag.
	 * @throws ProblemException with status 412 if a precondition does not hold
	 */
	void checkUntagged() {
		if (this.match != null && !this.match.anything()) {
			throw unmet("If-Match names an entity tag, but the target of this request has none.");
		}
		if (this.noneMatch != null && this.noneMatch.anything()) {
			throw unmet("The target of this request exists, and If-None-Match excludes it.");
		}
	}

	private static ProblemException unmet(String detail) {
		return ProblemException.of(HttpStatus.PRECONDITION_FAILED, "stale", detail);
	}

}
