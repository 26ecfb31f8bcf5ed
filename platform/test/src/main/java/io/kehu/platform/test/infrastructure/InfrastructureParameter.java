package io.kehu.platform.test.infrastructure;

import java.util.Optional;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Hands the {@link Infrastructure} to tests and life-cycle methods, with Spring or
 * without.
 */
final class InfrastructureParameter implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Infrastructure.class;
	}

	@Override
	public Infrastructure resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> testClass = context.getRequiredTestClass();
		WithInfrastructure annotation = Optional
			.ofNullable(TestContextAnnotationUtils.findMergedAnnotation(testClass, WithInfrastructure.class))
			.orElseThrow();
		return Infrastructure.of(testClass, annotation);
	}

}
