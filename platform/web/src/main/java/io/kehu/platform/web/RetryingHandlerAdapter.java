package io.kehu.platform.web;

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

	@Override
	protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod method) {
		return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RetriedOnConflict.class)
				? new RetriedMethod(method) : super.createInvocableHandlerMethod(method);
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
