package io.kehu.platform.bulk;

import java.io.IOException;

import io.kehu.platform.json.RequestJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Takes bulk loads: newline-delimited JSON in, one result a line out, in order and while
 * the request is still being sent; a bad line never stops the good ones.
 */
public final class BulkLoader {

	/** The media type of newline-delimited JSON. */
	public static final String NDJSON = "application/x-ndjson";

	private final RequestJson json;

	BulkLoader(RequestJson json) {
		this.json = json;
	}

	/**
	 * Loads the body of a request into a target and answers it.
	 * @param type the type of a line
	 */
	public <T> void load(HttpServletRequest request, HttpServletResponse response, Class<T> type, BulkTarget<T> target)
			throws IOException {
		response.setContentType(NDJSON);
		new BulkLoad<>(this.json, type, target, response.getOutputStream()).run(request.getInputStream());
	}

}
