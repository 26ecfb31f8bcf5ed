package io.kehu.platform.test.infrastructure;

import java.util.Set;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Empties the servers of a context that an earlier test class has used, and closes a
 * context whose servers belong to one class alone.
 */
final class InfrastructureListener extends AbstractTestExecutionListener {

	@Override
	public int getOrder() {
		// First before a class, and after all others when it ends
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void beforeTestClass(TestContext testContext) {
		if (!concerns(testContext) || !testContext.hasApplicationContext()) {
			return;
		}
		ConfigurableApplicationContext context = (ConfigurableApplicationContext) testContext.getApplicationContext();
		if (context.isActive()) {
			context.getBean(Infrastructure.class).passTo(testContext.getTestClass(), context);
		}
		else {
			testContext.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
		}
	}

	@Override
	public void afterTestClass(TestContext testContext) {
		if (!concerns(testContext)) {
			return;
		}
		WithInfrastructure annotation = TestContextAnnotationUtils.findMergedAnnotation(testContext.getTestClass(),
				WithInfrastructure.class);
		if (annotation != null && !Set.of(annotation.dedicated()).isEmpty()) {
			if (testContext.hasApplicationContext()) {
				testContext.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
			}
			Infrastructure.releaseCurrent();
		}
	}

	private static boolean concerns(TestContext testContext) {
		Class<?> testClass = testContext.getTestClass();
		return testClass == Infrastructure.outermost(testClass)
				&& TestContextAnnotationUtils.hasAnnotation(testClass, WithInfrastructure.class);
	}

}
