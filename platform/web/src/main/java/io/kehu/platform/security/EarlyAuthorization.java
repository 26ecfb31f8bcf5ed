package io.kehu.platform.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.aopalliance.intercept.MethodInvocation;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Evaluates the {@link PreAuthorize} rule of a controller method before the request body
 * is read, so that an unauthorized client receives status 403 rather than the validation
 * errors of the body.
 */
final class EarlyAuthorization implements HandlerInterceptor {

	private final PreAuthorizeAuthorizationManager rules = new PreAuthorizeAuthorizationManager();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method) {
			AuthorizationResult result = this.rules
				.authorize(() -> SecurityContextHolder.getContext().getAuthentication(), invocation(method));
			if (result != null && !result.isGranted()) {
				throw new AuthorizationDeniedException("Access Denied", result);
			}
		}
		return true;
	}

	/**
	 * Returns the invocation of the controller method, with arguments that are not
	 * resolved yet.
	 */
	private static MethodInvocation invocation(HandlerMethod method) {
		Object target = AopProxyUtils.getSingletonTarget(method.getBean());
		return new SimpleMethodInvocation((target != null) ? target : method.getBean(), method.getMethod(),
				new Object[method.getMethodParameters().length]);
	}

}
