package io.kehu.platform.web;

import java.net.URI;

import io.kehu.platform.digest.Sha256;

import org.springframework.http.ResponseEntity;

/**
 * Creates responses that contain a record and its entity tag.
 */
public final class RecordAnswers {

	/** How the entity tag of a record ends of which the caller sees a masked form. */
	public static final String MASKED = "-masked";

	private static final int DIGEST_LENGTH = 16;

	private RecordAnswers() {
	}

	/**
	 * Returns a response with status 201 and the location of the new record.
	 */
	public static <T> ResponseEntity<T> created(String path, T view, long version) {
		return created(path, view, Long.toString(version));
	}

	/**
	 * Returns a response with status 201 and the location of the new record.
	 * @param tag the entity tag without quotes, which begins with the version
	 */
	public static <T> ResponseEntity<T> created(String path, T view, String tag) {
		return ResponseEntity.created(URI.create(path)).eTag("\"" + tag + "\"").body(view);
	}

	/**
	 * Returns an entity tag, without quotes, that also covers data that changes without
	 * the version.
	 * @param data its text identifies that data
	 */
	public static String tag(long version, Object data) {
		return version + "-" + Sha256.base64UrlOf(data.toString()).substring(0, DIGEST_LENGTH);
	}

	/**
	 * Returns a response with status 200.
	 */
	public static <T> ResponseEntity<T> ok(T view, long version) {
		return ok(view, Long.toString(version));
	}

	/**
	 * Returns a response with status 200.
	 * @param tag the entity tag without quotes, which begins with the version
	 */
	public static <T> ResponseEntity<T> ok(T view, String tag) {
		return ResponseEntity.ok().eTag("\"" + tag + "\"").body(view);
	}

}
