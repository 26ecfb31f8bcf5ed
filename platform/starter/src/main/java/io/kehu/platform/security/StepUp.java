package io.kehu.platform.security;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what is marked with {@link RecentLogin} to a person whose token tells of an
 * older login, or of none.
 */
final class StepUp implements HandlerInterceptor {

	private final SecurityProblems problems;

	private final Clock clock;

	private final @Nullable String acr;

	StepUp(SecurityProblems problems, Clock clock, @Nullable String acr) {
		this.problems = problems;
		this.clock = clock;
		this.acr = acr;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (request.getDispatcherType() != DispatcherType.REQUEST || !(handler instanceof HandlerMethod method)) {
			return true;
		}
		RecentLogin wanted = wanted(method);
		if (wanted == null
				|| !(SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller)
				|| !(caller.getPrincipal() instanceof Caller who) || who.userId() == null) {
			return true;
		}
		Duration longest = Duration.ofMinutes(wanted.minutes());
		if (suffices(caller.getToken(), longest)) {
			return true;
		}
		this.problems.stepUp(request, response, longest, this.acr);
		return false;
	}

	private boolean suffices(Jwt token, Duration longest) {
		Instant login = token.getClaimAsInstant("auth_time");
		return login != null && !login.plus(longest).isBefore(this.clock.instant())
				&& (this.acr == null || this.acr.equals(token.getClaimAsString("acr")));
	}

	private static @Nullable RecentLogin wanted(HandlerMethod method) {
		RecentLogin own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RecentLogin.class);
		return (own != null) ? own
				: AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RecentLogin.class);
	}

}
