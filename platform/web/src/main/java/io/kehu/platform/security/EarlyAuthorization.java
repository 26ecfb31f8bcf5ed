package io.kehu.platform.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Evaluates the {@link PreAuthorize} rule of a controller method before the request body
 * is read, so that an unauthorized client receives status 403 rather than the validation
 * errors of the body.
 */
final class EarlyAuthorization implements HandlerInterceptor {

	private final ControllerRules rules;

	EarlyAuthorization(ControllerRules rules) {
		this.rules = rules;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method) {
			this.rules.check(request, method);
		}
		return true;
	}

}
