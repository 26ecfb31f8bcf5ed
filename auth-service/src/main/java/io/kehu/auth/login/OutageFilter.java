package io.kehu.auth.login;

import java.io.IOException;
import java.time.Duration;

import io.kehu.platform.problem.Outage;
import io.kehu.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Answers with 503 and {@code Retry-After} when the database is unavailable. Tokens are
 * issued by filters, where controller advice doesn't apply.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class OutageFilter extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(OutageFilter.class);

	private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

	private final HandlerExceptionResolver failures;

	private final UnavailablePage page;

	OutageFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures, UnavailablePage page) {
		this.failures = failures;
		this.page = page;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException | ServletException ex) {
			if (response.isCommitted() || !Outage.causes(ex)) {
				throw ex;
			}
			log.warn("The database doesn't respond: {}", ex.toString());
			response.resetBuffer();
			String accepted = request.getHeader(HttpHeaders.ACCEPT);
			if (accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)) {
				this.page.write(response, RETRY_AFTER);
				return;
			}
			this.failures.resolveException(request, response, null,
					ProblemException.unavailable("The service can't reach its database.", RETRY_AFTER));
		}
	}

}
