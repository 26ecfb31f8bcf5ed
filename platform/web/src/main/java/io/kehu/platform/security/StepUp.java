package io.kehu.platform.security;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

	private final Map<HandlerMethod, Marks> known = new ConcurrentHashMap<>();

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

	private @Nullable RecentLogin wanted(HttpServletRequest request, HandlerMethod method) {
		Marks marks = this.known.computeIfAbsent(method, Marks::of);
		return (marks.method() != null || READING.contains(request.getMethod())) ? marks.method() : marks.type();
	}

	/** How an operation and its controller are marked. */
	private record Marks(@Nullable RecentLogin method, @Nullable RecentLogin type) {

		static Marks of(HandlerMethod method) {
			return new Marks(AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RecentLogin.class),
					AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RecentLogin.class));
		}

	}

}
