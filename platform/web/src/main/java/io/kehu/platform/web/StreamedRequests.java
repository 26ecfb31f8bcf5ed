package io.kehu.platform.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Identifies requests with streamed bodies, which are not limited in size, as opposed to
 * those that contain a single record.
 */
public final class StreamedRequests {

	private final List<PathPattern> patterns;

	StreamedRequests(List<String> patterns) {
		this.patterns = patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
	}

	/**
	 * Returns whether the request body is streamed.
	 */
	public boolean contains(HttpServletRequest request) {
		String path = request.getRequestURI();
		PathContainer parsed = PathContainer.parsePath(path);
		return path.endsWith("/bulk") || this.patterns.stream().anyMatch((pattern) -> pattern.matches(parsed));
	}

}
