package io.kehu.platform.test.description;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A request and what the service answered.
 *
 * @param method the HTTP method
 * @param path the path, encoded
 * @param parameters the names of the query parameters
 * @param requestHeaders the names of the request's headers, of any case
 * @param sent the body of the request
 * @param status the status of the answer
 * @param headers the headers of the answer by their names, of any case
 * @param received the body of the answer
 */
record Exchange(String method, String path, List<String> parameters, Set<String> requestHeaders, Body sent, int status,
		Map<String, String> headers, Body received) {

	Exchange {
		Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		names.addAll(requestHeaders);
		requestHeaders = names;
		Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		values.putAll(headers);
		headers = values;
	}

	boolean succeeded() {
		return this.status / 100 == 2;
	}

	@Override
	public String toString() {
		return this.method + " " + this.path + (this.parameters.isEmpty() ? "" : "?" + this.parameters) + " -> "
				+ this.status;
	}

}
