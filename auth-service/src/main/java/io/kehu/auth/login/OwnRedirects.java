package io.kehu.auth.login;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes redirects to our own pages relative. The framework builds them with the host that
 * a request names, which any client can choose.
 */
class OwnRedirects extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String here = UrlUtils.buildFullRequestUrl(request.getScheme(), request.getServerName(),
				request.getServerPort(), "", null);
		chain.doFilter(request, new HttpServletResponseWrapper(response) {

			@Override
			public void sendRedirect(String location) throws IOException {
				if (location.startsWith(here + "/")) {
					setStatus(SC_FOUND);
					setHeader(HttpHeaders.LOCATION, location.substring(here.length()));
				}
				else {
					super.sendRedirect(location);
				}
			}

		});
	}

}
