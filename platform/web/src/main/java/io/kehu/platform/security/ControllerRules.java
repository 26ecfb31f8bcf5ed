package io.kehu.platform.security;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.MapAccessor;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;

/**
 * Evaluates {@link PreAuthorize} rules. The rule of a request's controller method is
 * evaluated once, before the body is read; the invocation of that method by the same
 * caller is not checked again.
 * <p>
 * Nearly all rules ask for one authority that depends on the controller alone. It is
 * determined once; everything else is left to Spring Security.
 */
final class ControllerRules implements MethodInterceptor {

	private static final String GRANTED = ControllerRules.class.getName() + ".GRANTED";

	private static final Pattern ONE_AUTHORITY = Pattern.compile("hasAuthority\\(([^#)]+(?:\\(\\)[^#)]*)*)\\)");

	private final PreAuthorizeAuthorizationManager rules = new PreAuthorizeAuthorizationManager();

	private final Map<HandlerMethod, Optional<String>> authorities = new ConcurrentHashMap<>();

	/**
	 * Evaluates the rule of the controller method that is going to process a request. Its
	 * arguments are not resolved yet.
	 * @throws AuthorizationDeniedException if the caller may not invoke it
	 */
	void check(HttpServletRequest request, HandlerMethod handler) {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		String authority = this.authorities.computeIfAbsent(handler, ControllerRules::authority).orElse(null);
		if (authority == null || !holds(caller, authority)) {
			check(() -> caller, invocation(handler));
		}
		request.setAttribute(GRANTED, new Granted(handler.getMethod(), caller));
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
				&& attributes.getRequest().getAttribute(GRANTED) instanceof Granted granted
				&& granted.covers(invocation.getMethod(), caller))) {
			check(() -> caller, invocation);
		}
		return invocation.proceed();
	}

	private void check(Supplier<@Nullable Authentication> caller, MethodInvocation invocation) {
		AuthorizationResult result = this.rules.authorize(caller, invocation);
		if (result != null && !result.isGranted()) {
			throw new AuthorizationDeniedException("Access Denied", result);
		}
	}

	private static boolean holds(@Nullable Authentication caller, String authority) {
		if (caller != null && caller.isAuthenticated()) {
			for (GrantedAuthority granted : caller.getAuthorities()) {
				if (authority.equals(granted.getAuthority())) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Returns the authority that the rule of a method asks for, if that is all it does.
	 */
	private static Optional<String> authority(HandlerMethod handler) {
		PreAuthorize rule = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
		Matcher one = ONE_AUTHORITY.matcher((rule != null) ? rule.value() : "");
		if (!one.matches()) {
			return Optional.empty();
		}
		StandardEvaluationContext context = new StandardEvaluationContext(Map.of("this", target(handler)));
		context.addPropertyAccessor(new MapAccessor());
		return Optional
			.ofNullable(new SpelExpressionParser().parseExpression(one.group(1)).getValue(context, String.class));
	}

	private static MethodInvocation invocation(HandlerMethod handler) {
		return new SimpleMethodInvocation(target(handler), handler.getMethod(),
				new Object[handler.getMethodParameters().length]);
	}

	private static Object target(HandlerMethod handler) {
		Object target = AopProxyUtils.getSingletonTarget(handler.getBean());
		return (target != null) ? target : handler.getBean();
	}

	/** A method that a caller may invoke during a request. */
	private record Granted(Method method, @Nullable Authentication caller) {

		// The very same authentication, since another one may be equal but have other
		// rights
		@SuppressWarnings("ReferenceEquality")
		boolean covers(Method invoked, @Nullable Authentication by) {
			return this.caller == by && this.method.equals(invoked);
		}

	}

}
