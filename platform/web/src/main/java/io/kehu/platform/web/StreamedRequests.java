package io.kehu.platform.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Tells the requests whose bodies are streamed, however large, from those that hold one
 * record.
 */
public final class StreamedRequests {

	private final List<PathPattern> patterns;

	StreamedRequests(List<String> patterns) {
		this.patterns = patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
	}

	/**
	 * Returns whether the body is a stream.
	 */
	public boolean contains(HttpServletRequest request) {
		String path = request.getRequestURI();
		PathContainer parsed = PathContainer.parsePath(path);
		return path.endsWith("/bulk") || this.patterns.stream().anyMatch((pattern) -> pattern.matches(parsed));
	}

}
