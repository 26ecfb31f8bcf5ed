package io.kehu.platform.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.PathContainer;

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
		PathContainer path = PathContainer.parsePath(request.getRequestURI());
		return this.paths.streamed()
			.stream()
			.filter((operation) -> operation.methods().isEmpty()
					|| operation.methods().stream().anyMatch((method) -> method.name().equals(request.getMethod())))
			.flatMap((operation) -> operation.patterns().stream())
			.anyMatch((pattern) -> pattern.matches(path));
	}

}
