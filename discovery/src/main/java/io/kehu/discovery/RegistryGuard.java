package io.kehu.discovery;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.kehu.platform.link.LinkAutoConfiguration;
import io.kehu.platform.link.LinkPeers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens the registry to the services of the system: all of them read it, and each changes
 * its own entries only. Strangers see health and metrics.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RegistryGuard extends OncePerRequestFilter {

	private static final String APPLICATIONS = "/eureka/apps/";

	private static final String OPEN = "/actuator/";

	private static final Set<String> READING = Set.of("GET", "HEAD");

	private final LinkPeers peers;

	RegistryGuard(LinkPeers peers) {
		this.peers = peers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getRequestURI();
		if (isPlain(path) && path.startsWith(OPEN)) {
			chain.doFilter(request, response);
			return;
		}
		Optional<String> sender = this.peers.sender(request.getHeader(HttpHeaders.AUTHORIZATION),
				LinkAutoConfiguration.REGISTRY);
		if (sender.isEmpty()) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Kehu-Link");
			response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
		}
		else if (READING.contains(request.getMethod()) || isOwn(path, sender.get())) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

	private static boolean isOwn(String path, String service) {
		String lowerCase = path.toLowerCase(Locale.ROOT);
		String own = APPLICATIONS + service.toLowerCase(Locale.ROOT);
		return isPlain(path) && (lowerCase.equals(own) || lowerCase.startsWith(own + "/"));
	}

	/** Excludes whatever another part of the server could read in another way. */
	private static boolean isPlain(String path) {
		return !path.contains("//") && !path.contains("..") && !path.contains(";")
				&& !path.replaceAll("(?i)%3a", "").contains("%");
	}

}
