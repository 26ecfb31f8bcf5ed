package io.kehu.platform.test.probe;

import java.net.http.HttpHeaders;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service answered.
 *
 * @param status the status code
 * @param headers the headers
 * @param body the body as text, empty when there is none
 */
public record HttpAnswer(int status, HttpHeaders headers, String body) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/**
	 * The body as JSON.
	 * @return the tree, never null
	 */
	public JsonNode json() {
		return MAPPER.readTree(this.body);
	}

	/**
	 * The body as JSON Lines.
	 * @return one tree a line, never null
	 */
	public List<JsonNode> lines() {
		return this.body.lines().map(MAPPER::readTree).toList();
	}

	/**
	 * A header.
	 * @param name the header
	 * @return its first value, or an empty text
	 */
	public String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	/**
	 * The version of what was answered.
	 * @return the header {@code ETag}, or an empty text
	 */
	public String etag() {
		return header("ETag");
	}

	/**
	 * Checks the status.
	 * @param expected the status code
	 * @return this answer
	 * @throws AssertionError when the status is another, with the body
	 */
	public HttpAnswer expect(int expected) {
		if (this.status != expected) {
			throw new AssertionError("Expected status " + expected + " but got " + this.status + ": "
					+ (this.body.isEmpty() ? this.headers.map() : this.body));
		}
		return this;
	}

}
