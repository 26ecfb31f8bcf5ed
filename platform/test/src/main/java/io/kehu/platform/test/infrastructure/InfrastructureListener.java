package io.kehu.platform.test.infrastructure;

import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Closes the context with its test class and gives its database and dedicated servers
 * back.
 */
final class InfrastructureListener extends AbstractTestExecutionListener {

	@Override
	public int getOrder() {
		// After all others, which Spring calls in reverse when a class ends
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void afterTestClass(TestContext testContext) {
		Class<?> testClass = testContext.getTestClass();
		if (testClass != Infrastructure.outermost(testClass)
				|| !TestContextAnnotationUtils.hasAnnotation(testClass, WithInfrastructure.class)) {
			return;
		}
		if (testContext.hasApplicationContext()) {
			testContext.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
		}
		Infrastructure.release(testClass);
	}

}
