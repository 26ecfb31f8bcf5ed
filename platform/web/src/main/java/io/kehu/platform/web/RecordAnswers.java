package io.kehu.platform.web;

import java.net.URI;

import org.springframework.http.ResponseEntity;

/**
 * Answers with records, each with its entity tag.
 */
public final class RecordAnswers {

	private RecordAnswers() {
	}

	/**
	 * Answers 201 with the place of the new record.
	 */
	public static <T> ResponseEntity<T> created(String path, T view, long version) {
		return ResponseEntity.created(URI.create(path)).eTag("\"" + version + "\"").body(view);
	}

	/**
	 * Answers 200.
	 */
	public static <T> ResponseEntity<T> ok(T view, long version) {
		return ResponseEntity.ok().eTag("\"" + version + "\"").body(view);
	}

}
