package io.kehu.platform.test.description;

import java.util.Set;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Fails a test that received an answer that is not as described.
 */
final class DescriptionListener extends AbstractTestExecutionListener {

	@Override
	public void afterTestMethod(TestContext testContext) {
		check();
	}

	@Override
	public void afterTestClass(TestContext testContext) {
		check();
	}

	private static void check() {
		Set<String> deviations = Deviations.take();
		if (!deviations.isEmpty() && Boolean.parseBoolean(System.getProperty("kehu.openapi.check", "true"))) {
			throw new AssertionError(
					"The OpenAPI file is not what the service does:\n" + String.join("\n", deviations));
		}
	}

}
