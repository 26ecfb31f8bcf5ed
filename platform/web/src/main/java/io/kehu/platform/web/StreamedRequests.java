package io.kehu.platform.web;

import io.kehu.platform.web.ServedPaths.Operation;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Identifies requests with streamed bodies, which are not limited in size, as opposed to
 * those that contain a single record.
 */
public final class StreamedRequests {

	private final ServedPaths paths;

	StreamedRequests(ServedPaths paths) {
		this.paths = paths;
	}

	/**
	 * Returns whether the request body is streamed.
	 */
	public boolean contains(HttpServletRequest request) {
		String method = request.getMethod();
		String path = request.getRequestURI();
		for (Operation operation : this.paths.streamed()) {
			if (operation.serves(method, path)) {
				return true;
			}
		}
		return false;
	}

}
