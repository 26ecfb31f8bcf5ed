package io.kehu.platform.test.description;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A request and what the service answered.
 *
 * @param method the HTTP method
 * @param path the path, encoded
 * @param parameters the names of the query parameters
 * @param requestHeaders the names of the request's headers, in lower case
 * @param sent the body of the request
 * @param status the status of the answer
 * @param headers the headers of the answer by their names in lower case
 * @param received the body of the answer
 */
record Exchange(String method, String path, List<String> parameters, Set<String> requestHeaders, Body sent, int status,
		Map<String, String> headers, Body received) {

	boolean succeeded() {
		return this.status / 100 == 2;
	}

	@Override
	public String toString() {
		return this.method + " " + this.path + (this.parameters.isEmpty() ? "" : "?" + this.parameters) + " -> "
				+ this.status;
	}

	/**
	 * A body, or its beginning.
	 *
	 * @param type the media type without parameters, or null if there is no body
	 * @param text what was kept of the body
	 * @param complete whether this is all of it
	 */
	record Body(@Nullable String type, String text, boolean complete) {
	}

}
