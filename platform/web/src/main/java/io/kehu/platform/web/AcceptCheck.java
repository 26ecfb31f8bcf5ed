package io.kehu.platform.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses requests whose {@code Accept} header excludes the response, before they change
 * anything. Spring MVC itself only compares the two when the response is written. If an
 * operation declares several media types, its parameter {@code format} chooses one.
 */
final class AcceptCheck implements HandlerInterceptor {

	private static final HeaderContentNegotiationStrategy ACCEPT = new HeaderContentNegotiationStrategy();

	private final Map<HandlerMethod, List<MediaType>> answered = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws HttpMediaTypeNotAcceptableException {
		// With produces, the mapping has compared them
		if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST
				&& request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null) {
			List<MediaType> types = this.answered.computeIfAbsent(method, AcceptCheck::types);
			List<MediaType> chosen = (types.size() > 1) ? chosen(types, request.getParameter("format")) : types;
			if (!chosen.isEmpty()) {
				check(request, chosen);
			}
		}
		return true;
	}

	/**
	 * Returns the media type of the requested format: the first one by default, and none
	 * if there is no such format, which the operation refuses itself.
	 */
	private static List<MediaType> chosen(List<MediaType> types, @Nullable String format) {
		return (format == null) ? types.subList(0, 1)
				: types.stream().filter((type) -> type.getSubtype().replace("x-", "").equals(format)).toList();
	}

	private static void check(HttpServletRequest request, Collection<MediaType> types)
			throws HttpMediaTypeNotAcceptableException {
		List<MediaType> accepted = ACCEPT.resolveMediaTypes(new ServletWebRequest(request));
		if (types.stream().noneMatch((type) -> accepted.stream().anyMatch(type::isCompatibleWith))) {
			throw new HttpMediaTypeNotAcceptableException(List.copyOf(types));
		}
	}

	/**
	 * Returns the media types of the response to a successful request: those that the
	 * method declares, or else JSON if it returns an object to be written as such.
	 */
	private static List<MediaType> types(HandlerMethod method) {
		List<MediaType> declared = AnnotatedElementUtils
			.findMergedRepeatableAnnotations(method.getMethod(), ApiResponse.class)
			.stream()
			.filter((response) -> response.responseCode().startsWith("2"))
			.flatMap((response) -> List.of(response.content()).stream())
			.map(Content::mediaType)
			.filter((type) -> !type.isEmpty())
			.map(MediaType::parseMediaType)
			.toList();
		return (declared.isEmpty() && answersJson(method)) ? List.of(MediaType.APPLICATION_JSON) : declared;
	}

	private static boolean answersJson(HandlerMethod method) {
		ResolvableType returned = ResolvableType.forMethodReturnType(method.getMethod(), method.getBeanType());
		boolean entity = HttpEntity.class.isAssignableFrom(returned.toClass());
		boolean body = entity || method.hasMethodAnnotation(ResponseBody.class)
				|| AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
		Class<?> type = (entity ? returned.as(HttpEntity.class).getGeneric() : returned).toClass();
		return body && type != void.class && type != Void.class && type != byte[].class
				&& !CharSequence.class.isAssignableFrom(type) && !Resource.class.isAssignableFrom(type);
	}

}
