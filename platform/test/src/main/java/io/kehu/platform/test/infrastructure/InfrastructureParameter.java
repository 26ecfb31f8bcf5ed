package io.kehu.platform.test.infrastructure;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Hands the {@link Infrastructure} to tests and life-cycle methods, with Spring or
 * without, and gives everything back after the last test.
 */
final class InfrastructureParameter implements BeforeAllCallback, ParameterResolver {

	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace
		.create(InfrastructureParameter.class);

	@Override
	public void beforeAll(ExtensionContext context) {
		context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent("release", (key) -> (AutoCloseable) Infrastructure::releaseCurrent);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Infrastructure.class;
	}

	@Override
	public Infrastructure resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> testClass = context.getRequiredTestClass();
		if (TestContextAnnotationUtils.hasAnnotation(testClass, BootstrapWith.class)) {
			return SpringExtension.getApplicationContext(context).getBean(Infrastructure.class);
		}
		WithInfrastructure annotation = Optional
			.ofNullable(TestContextAnnotationUtils.findMergedAnnotation(testClass, WithInfrastructure.class))
			.orElseThrow();
		Set<Server> dedicated = EnumSet.noneOf(Server.class);
		dedicated.addAll(Set.of(annotation.dedicated()));
		return Infrastructure.of(testClass, dedicated);
	}

}
