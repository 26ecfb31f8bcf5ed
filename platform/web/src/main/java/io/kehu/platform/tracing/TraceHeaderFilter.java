package io.kehu.platform.tracing;

import java.io.IOException;

import io.kehu.platform.trace.TraceParent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Adds the id of the trace to every response, so that a client can name the request when
 * it reports a problem.
 */
final class TraceHeaderFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String trace = MDC.get("traceId");
		if (trace != null) {
			response.setHeader(TraceParent.ID_HEADER, trace);
		}
		chain.doFilter(request, response);
	}

}
