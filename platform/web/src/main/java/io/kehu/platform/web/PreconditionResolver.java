package io.kehu.platform.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Resolves {@link ExpectedVersion} and {@link Preconditions} parameters of controller
 * methods. For other methods that change something, checks the headers itself, so that
 * they are never ignored.
 */
final class PreconditionResolver implements HandlerMethodArgumentResolver, HandlerInterceptor {

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == ExpectedVersion.class
				|| parameter.getParameterType() == Preconditions.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory factory) {
		HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
		return (parameter.getParameterType() == ExpectedVersion.class) ? ExpectedVersion.of(http)
				: Preconditions.of(http);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST
				&& !SAFE_METHODS.contains(request.getMethod())
				&& Arrays.stream(method.getMethodParameters()).noneMatch(this::supportsParameter)) {
			Preconditions.of(request).checkUntagged();
		}
		return true;
	}

}
