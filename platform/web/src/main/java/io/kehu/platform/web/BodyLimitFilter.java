package io.kehu.platform.web;

import java.io.IOException;

import io.kehu.platform.problem.Problems;
import io.kehu.platform.problem.RequestTooLargeException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects request bodies that exceed the size limit. Streamed bodies are not limited.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

	private final long limit;

	private final StreamedRequests streams;

	private final JsonMapper json;

	BodyLimitFilter(long limit, StreamedRequests streams, JsonMapper json) {
		this.limit = limit;
		this.streams = streams;
		this.json = json;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return this.streams.contains(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() <= this.limit) {
			chain.doFilter(new LimitedRequest(request, this.limit), response);
			return;
		}
		response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
		response.setHeader(HttpHeaders.CONNECTION, "close");
		Problems.write(request, response, this.json, "too-large",
				new RequestTooLargeException(this.limit).getMessage());
	}

}
