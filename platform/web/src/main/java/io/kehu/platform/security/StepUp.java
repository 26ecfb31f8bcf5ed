package io.kehu.platform.security;

import java.time.Duration;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Rejects requests to operations marked with {@link RecentLogin} if the user's token
 * shows an older login or none.
 */
final class StepUp implements HandlerInterceptor {

	private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(),
			HttpMethod.OPTIONS.name());

	private final RecentLogins logins;

	StepUp(RecentLogins logins) {
		this.logins = logins;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method) {
			RecentLogin wanted = wanted(request, method);
			if (wanted != null && wanted.minutes() != RecentLogin.ANY) {
				this.logins.check(Duration.ofMinutes(wanted.minutes()));
			}
		}
		return true;
	}

	private static @Nullable RecentLogin wanted(HttpServletRequest request, HandlerMethod method) {
		RecentLogin own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RecentLogin.class);
		return (own != null || READING.contains(request.getMethod())) ? own
				: AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RecentLogin.class);
	}

}
