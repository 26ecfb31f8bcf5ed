package io.kehu.platform.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.kehu.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters of an API that have one value but are given several times.
 * Spring MVC would take the first value and ignore the others.
 */
final class SingleParameters implements HandlerInterceptor {

	private final Map<HandlerMethod, List<String>> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method) {
			for (String name : this.known.computeIfAbsent(method, SingleParameters::of)) {
				String[] values = request.getParameterValues(name);
				if (values != null && values.length > 1) {
					throw ProblemException.invalidParameter(name, "too_many_values", "may be given once");
				}
			}
		}
		return true;
	}

	private static List<String> of(HandlerMethod method) {
		return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class)
				? Arrays.stream(method.getMethodParameters()).flatMap(SingleParameters::name).toList() : List.of();
	}

	private static Stream<String> name(MethodParameter parameter) {
		RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
		Class<?> type = parameter.getParameterType();
		if (declared == null || type.isArray() || Collection.class.isAssignableFrom(type)) {
			return Stream.empty();
		}
		return Stream.of(declared.name().isEmpty() ? parameter.getParameter().getName() : declared.name());
	}

}
