package io.kehu.auth.login;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Handles {@code prompt=none} as specified by OpenID Connect: an insufficient login is
 * treated as anonymous, so that the endpoint answers {@code login_required} instead of
 * showing a page.
 */
class SilentLogin extends OncePerRequestFilter {

	private static final SecurityContext NOBODY = new SecurityContextImpl(new AnonymousAuthenticationToken(
			SilentLogin.class.getName(), "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));

	private final AuthorizationManager<RequestAuthorizationContext> rule;

	SilentLogin(AuthorizationManager<RequestAuthorizationContext> rule) {
		this.rule = rule;
	}

	/**
	 * Returns whether a client requests an answer without a page. The endpoint itself
	 * decides, and grants nothing to anonymous users.
	 */
	static boolean isWanted(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod())
				&& request.getRequestURI().equals(AuthorizationServerConfiguration.AUTHORIZE)
				&& has(request.getParameter("prompt"), "none") && has(request.getParameter("scope"), OidcScopes.OPENID);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !isWanted(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		SecurityContext context = SecurityContextHolder.getContext();
		AuthorizationResult enough = this.rule.authorize(context::getAuthentication,
				new RequestAuthorizationContext(request));
		if (enough == null || !enough.isGranted()) {
			SecurityContextHolder.setContext(NOBODY);
		}
		chain.doFilter(request, response);
	}

	private static boolean has(@Nullable String words, String word) {
		return words != null && List.of(words.split(" ")).contains(word);
	}

}
