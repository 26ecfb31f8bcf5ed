package io.kehu.platform.web;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.ServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Calls the methods of {@link RetriedOnConflict} controllers again after a conflict, with
 * the arguments of the first call.
 */
final class RetryingHandlerAdapter extends RequestMappingHandlerAdapter {

	private final Map<HandlerMethod, Boolean> retried = new ConcurrentHashMap<>();

	@Override
	protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod method) {
		boolean retried = this.retried.computeIfAbsent(method, RetryingHandlerAdapter::isRetried);
		return retried ? new RetriedMethod(method) : super.createInvocableHandlerMethod(method);
	}

	private static boolean isRetried(HandlerMethod method) {
		return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RetriedOnConflict.class)
				&& !writesItself(method);
	}

	/** A method that writes the response cannot be called again: it may have begun. */
	private static boolean writesItself(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.anyMatch((parameter) -> ServletResponse.class.isAssignableFrom(parameter.getParameterType()));
	}

	/**
	 * A controller method that is called again after a conflict.
	 */
	private static final class RetriedMethod extends ServletInvocableHandlerMethod {

		RetriedMethod(HandlerMethod method) {
			super(method);
		}

		@Override
		protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
			return Contention.<@Nullable Object>resolve(() -> super.doInvoke(arguments));
		}

	}

}
