package io.kehu.platform.docs;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;

import io.kehu.platform.security.RecentLogin;
import io.kehu.platform.web.RecordAnswers;
import io.kehu.platform.web.ServedPaths;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * What the description of an operation needs to know of the controller method behind it.
 */
record Handler(HandlerMethod handled, RequestMethod method, String path) {

	static Handler of(HandlerMethod handled) {
		RequestMapping mapping = Objects
			.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(handled.getMethod(), RequestMapping.class));
		RequestMapping type = AnnotatedElementUtils.findMergedAnnotation(handled.getBeanType(), RequestMapping.class);
		return new Handler(handled, mapping.method()[0], first(type) + first(mapping));
	}

	private static String first(@Nullable RequestMapping mapping) {
		return (mapping != null && mapping.path().length > 0) ? mapping.path()[0] : "";
	}

	boolean isSafe() {
		return this.method == RequestMethod.GET || this.method == RequestMethod.HEAD;
	}

	boolean takes(Class<?> parameter) {
		return Arrays.stream(this.handled.getMethodParameters())
			.anyMatch((given) -> given.getParameterType().equals(parameter));
	}

	boolean isStreamed() {
		return ServedPaths.isStreamed(this.handled.getMethod());
	}

	/** Returns whether users have to have logged in recently. */
	boolean requiresRecentLogin() {
		RecentLogin rule = AnnotatedElementUtils.findMergedAnnotation(this.handled.getMethod(), RecentLogin.class);
		if (rule != null) {
			return rule.minutes() != RecentLogin.ANY;
		}
		return !isSafe() && AnnotatedElementUtils.hasAnnotation(this.handled.getBeanType(), RecentLogin.class);
	}

	/** Returns whether an annotation of the method mentions a status. */
	boolean mentions(String status) {
		Method method = this.handled.getMethod();
		return AnnotatedElementUtils.findMergedRepeatableAnnotations(method, ApiResponse.class)
			.stream()
			.anyMatch((response) -> response.responseCode().equals(status));
	}

	/** Returns the type of the body, if the answer also has headers, otherwise null. */
	@Nullable Class<?> entity() {
		ResolvableType returned = ResolvableType.forMethodReturnType(this.handled.getMethod(),
				this.handled.getBeanType());
		return (returned.resolve() == ResponseEntity.class) ? returned.getGeneric(0).resolve() : null;
	}

	private boolean declaresTag() {
		return AnnotatedElementUtils.hasAnnotation(this.handled.getMethod(), AnswersEntityTag.class);
	}

	/** Returns whether some successful answers have no entity tag. */
	boolean canLackTag() {
		AnswersEntityTag tag = AnnotatedElementUtils.findMergedAnnotation(this.handled.getMethod(),
				AnswersEntityTag.class);
		return tag != null && !tag.always();
	}

	/** Returns whether answers are made by {@link RecordAnswers}, with an entity tag. */
	boolean answersRecord() {
		Class<?> entity = entity();
		boolean versioned = entity != null && entity.isRecord()
				&& Arrays.stream(entity.getRecordComponents()).anyMatch((one) -> one.getName().equals("version"));
		return versioned || declaresTag();
	}

}
