package io.kehu.platform.bulk;

import java.io.IOException;

import io.kehu.platform.json.RequestJson;
import io.kehu.platform.rehearsal.Rehearsal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Processes bulk loads of newline-delimited JSON. Returns one result per line, in order
 * and while the request is still being sent; an invalid line does not affect valid ones.
 */
public final class BulkLoader {

	/** The media type of newline-delimited JSON. */
	public static final String NDJSON = "application/x-ndjson";

	private final RequestJson json;

	BulkLoader(RequestJson json) {
		this.json = json;
	}

	/**
	 * Loads the body of a request into a target and writes the results to the response.
	 * In a rehearsal, nothing is stored.
	 * @param type the type of a line
	 * @param mode what lines do to records that exist
	 */
	public <T> void load(HttpServletRequest request, HttpServletResponse response, Class<T> type, BulkTarget<T> target,
			BulkMode mode) throws IOException {
		response.setContentType(NDJSON);
		BulkLineParser<T> parser = new BulkLineParser<>(this.json, type, mode, target.keyMembers());
		new BulkLoad<>(this.json, parser, target, response.getOutputStream(), Rehearsal.active())
			.run(request.getInputStream());
	}

}
