package io.kehu.platform.docs;

import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;

/**
 * The problems that operations answer with, by status.
 */
enum ProblemKind {

	BAD_REQUEST(400, "A parameter, a header or the body is not valid; each error names its place"),
	UNAUTHORIZED(401, "The access token is missing, not valid or has expired, or a recent login is required"),
	FORBIDDEN(403, "The permissions of the caller do not cover this"),
	NOT_FOUND(404, "There is no such record, or it is not visible to the caller"),
	NOT_ACCEPTABLE(406, "None of the accepted media types can be produced"),
	CONFLICT(409, "The request conflicts with the state of the record, or with another record"),
	PRECONDITION_FAILED(412, "If-Match or If-None-Match does not hold for the current version"),
	CONTENT_TOO_LARGE(413, "The body is too large"), URI_TOO_LONG(414, "The request line is too long"),
	UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not one of those declared"),
	UNPROCESSABLE_CONTENT(422, "The Idempotency-Key was used for another request"),
	LOCKED(423, "Another request is sending data to the same record"),
	PRECONDITION_REQUIRED(428, "The header If-Match is required"),
	TOO_MANY_REQUESTS(429, "Too many requests; Retry-After tells when to try again"),
	INTERNAL_SERVER_ERROR(500, "An internal error, which was logged"),
	BAD_GATEWAY(502, "The service gave no valid answer to the gateway"),
	SERVICE_UNAVAILABLE(503, "The service, or something it depends on, is unavailable at the moment"),
	GATEWAY_TIMEOUT(504, "The service did not answer the gateway in time");

	/** The problems of every operation, the gateway's included. */
	static final List<ProblemKind> GENERAL = List.of(BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_ACCEPTABLE,
			TOO_MANY_REQUESTS, INTERNAL_SERVER_ERROR, BAD_GATEWAY, SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT);

	private final int status;

	private final String description;

	ProblemKind(int status, String description) {
		this.status = status;
		this.description = description;
	}

	String status() {
		return Integer.toString(this.status);
	}

	String description() {
		return this.description;
	}

	/** Returns the name of the component, such as {@code BadRequest}. */
	String component() {
		return OperationNames.upperCamel(name().toLowerCase(Locale.ROOT).split("_"));
	}

	/** Returns whether the answer says when to try again. */
	boolean isTransient() {
		return this == TOO_MANY_REQUESTS || this == SERVICE_UNAVAILABLE;
	}

	/** Returns a header that describes how to authenticate. */
	static Header challenge() {
		return new Header().description("How to authenticate (RFC 6750, RFC 9470)").schema(new StringSchema());
	}

}
